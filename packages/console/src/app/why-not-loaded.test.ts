import { afterEach, expect, test, vi } from "vitest";
import type { Api } from "../api/create-api.ts";
import { createLine } from "../api/line.ts";
import { whyNotLoaded } from "./why-not-loaded.ts";

const FAULT = new Error("the file is gone");

function openTab(sessionStorage: object) {
  const reload = vi.fn<() => void>();
  vi.stubGlobal("sessionStorage", sessionStorage);
  vi.stubGlobal("location", { href: "https://ops.example/console/", reload });
  return reload;
}

/** A server that answers, so that the file alone is missing. */
const api = (): Api => ({
  ask: () => Promise.reject(new Error("not signed in")),
  addressOf: (path) => path,
  line: createLine(),
});

afterEach(() => vi.unstubAllGlobals());

test("a file that is gone loads the newer console, once", async () => {
  const kept = new Map<string, string>();
  const reload = openTab({
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
  });
  expect(await whyNotLoaded(api(), FAULT)).toBe(FAULT);
  expect(await whyNotLoaded(api(), FAULT)).toBe(FAULT);
  expect(reload).toHaveBeenCalledTimes(1);
});

test.for([
  ["keeps nothing", ["getItem", "setItem"]],
  ["has no room left", ["setItem"]],
] as const)(
  "in a browser that %s the fault is told, and nothing is loaded again and again",
  async ([, refused]) => {
    const refuse = () => {
      throw new DOMException("refused", "SecurityError");
    };
    const reload = openTab({
      getItem: () => null,
      ...Object.fromEntries(refused.map((one) => [one, refuse])),
    });
    expect(await whyNotLoaded(api(), FAULT)).toBe(FAULT);
    expect(reload).not.toHaveBeenCalled();
  },
);

test("where the server is away, that is told", async () => {
  const reload = openTab({});
  const away = api();
  away.line.lost();
  expect(await whyNotLoaded(away, FAULT)).toMatchObject({ problem: { status: 0 } });
  expect(reload).not.toHaveBeenCalled();
});
