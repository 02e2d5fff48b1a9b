import { describe, expect, test } from "vitest";
import type { Skippable } from "../../../test/skip-loudly.ts";
import {
  barriersIn,
  type ConsoleWorld,
  expectCalm,
  useConsoleWorld,
} from "./console-world.test-kit.ts";
import type { Look } from "./open-browser.test-kit.ts";
import { CONSOLE_PAGES } from "./pages/console-pages.test-kit.ts";
import { fillWithEveryState } from "./pages/fill-with-every-state.test-kit.ts";
import { registeredRoutes } from "./pages/registered-routes.test-kit.ts";
import { walkPages } from "./pages/walk-pages.test-kit.ts";
import { TOKEN } from "../src/server/served-world.test-kit.ts";

const world = useConsoleWorld();
let isFilled = false;

async function here(context: Skippable): Promise<ConsoleWorld> {
  const opened = world(context);
  if (!isFilled) await fillWithEveryState(opened);
  isFilled = true;
  return opened;
}

const isWhole = process.env["SETTLED_EVERY_STATE"] === "1";
/** Half of all combinations as a rule: what is light and wide and what is dark and narrow shows most faults. */
const LOOKS: readonly Required<Look>[] = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 360 },
  ...(isWhole
    ? [
        { colorScheme: "dark" as const, width: 1280 },
        { colorScheme: "light" as const, width: 360 },
      ]
    : []),
];
/** Of one look. A machine that does much else at the same time needs ten times as long as one that does not. */
const WITHIN_MS = isWhole ? 2_400_000 : 400_000;

describe("every page of the console", () => {
  test("stands in the table of pages, and the table names no other", async () => {
    const inTable = new Set(CONSOLE_PAGES.map(({ route }) => route));
    expect([...inTable].toSorted()).toEqual([...(await registeredRoutes())].toSorted());
  });

  test("has a name of its own in the table", () => {
    const names = CONSOLE_PAGES.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test.for(LOOKS)(
    "can be used by everybody, $colorScheme and $width pixels wide",
    { timeout: WITHIN_MS },
    async (look, context) => {
      expect(await sweep(await here(context), look)).toEqual([]);
    },
  );
});

async function sweep({ browser, server }: ConsoleWorld, look: Required<Look>) {
  const wrong: string[] = [];
  let seen = 0;
  const lacking = await walkPages({
    browser,
    url: server.url,
    token: TOKEN,
    workspace: "north",
    environment: "harbour",
    looks: [look],
    everyState: isWhole,
    async stop({ shown, state, window, problems }) {
      seen += 1;
      const say = (problem: string) => wrong.push(`${shown.name}, ${state}: ${problem}`);
      problems.forEach(say);
      (await barriersIn(window)).forEach(say);
      await expectCalm(window).catch((error: Error) => say(error.message));
    },
  });
  expect(lacking).toEqual([]);
  expect(seen).toBeGreaterThan(20);
  return wrong;
}
