import { beforeAll, describe, expect, test } from "vitest";
import { TOKEN } from "../../src/server/served-world.test-kit.ts";
import { type ConsoleWorld, useConsoleWorld } from "../console-world.test-kit.ts";
import { CONSOLE_PAGES, FIRST_LOOKS } from "../pages/console-pages.test-kit.ts";
import { findPlaces } from "../pages/console-places.test-kit.ts";
import { visitPage } from "../pages/visit-page.test-kit.ts";
import { HOSTILE_TEXTS, SOME_HOSTILE_TEXTS } from "./hostile-texts.test-kit.ts";
import { nameHostileMembers } from "./name-hostile-members.test-kit.ts";
import { fillWithHostileTexts, HOSTILE } from "./open-hostile-world.test-kit.ts";
import { readCsv } from "./read-csv.test-kit.ts";
import { watchForEffects } from "./watch-for-effects.test-kit.ts";

/** Every text, and every run that bears one; else one in nine, and the pages once. */
const isWhole = process.env["SETTLED_EVERY_TEXT"] === "1";
const TEXTS = isWhole ? HOSTILE_TEXTS : SOME_HOSTILE_TEXTS;
const RUN_PAGES_MAX = isWhole ? TEXTS.length : 6;
const WITHIN_MS = isWhole ? 1_800_000 : 120_000;

const here = useConsoleWorld({ speaksOfPrograms: true });
let isFilled = false;

async function attacked(context: Parameters<typeof here>[0]): Promise<ConsoleWorld> {
  const world = here(context);
  if (!isFilled) {
    await fillWithHostileTexts(world.served.platform, TEXTS);
    await nameHostileMembers(world.served.platform.database, TEXTS);
    isFilled = true;
  }
  return world;
}

beforeAll(() => {
  expect(new Set(HOSTILE_TEXTS).size).toBe(HOSTILE_TEXTS.length);
  expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(200);
});

describe("texts that mean harm", () => {
  test("are texts on every page of the console", { timeout: WITHIN_MS }, async (context) => {
    const world = await attacked(context);
    const { url } = world.server;
    const window = await world.browser.openWindow();
    await window.context.setExtraHTTPHeaders({ authorization: `Bearer ${TOKEN}` });
    const effects = await watchForEffects(window, url);
    const input = { url, token: TOKEN, workspace: "north", environment: HOSTILE };
    const places = await findPlaces(input);
    const { page } = window;
    let seen = 0;
    const pages = isWhole ? CONSOLE_PAGES : FIRST_LOOKS;
    for (const shown of pages.filter(({ answers }) => answers === undefined)) {
      const visited = await visitPage({ url, places, page }, shown, "shown");
      if (visited.kind === "lacking") continue;
      seen += 1;
      expect([shown.name, effects.seen(), window.complaints]).toEqual([shown.name, [], []]);
      expect(await page.title()).not.toBe("");
    }
    expect(seen).toBeGreaterThan(5);
    for (const id of (await hostileRuns(world)).slice(0, RUN_PAGES_MAX)) {
      const shown = { name: id, route: "", path: `/workspaces/north/runs/${id}` };
      const visited = await visitPage({ url, places, page }, shown, "shown");
      expect([id, visited, effects.seen(), window.complaints]).toEqual([
        id,
        { kind: "seen", problems: [] },
        [],
        [],
      ]);
      const events = await world.served.get(`/api/v1${shown.path}/events`);
      expect([events.status, await events.text()]).toEqual([200, expect.any(String)]);
    }
    // The pages of the server itself show the same texts without any script.
    for (const path of SERVER_PAGES) {
      await page.goto(`${url}${path}`);
      expect([path, effects.seen(), window.complaints]).toEqual([path, [], []]);
    }
  });

  test("are no formula in a CSV of runs or of what was done", async (context) => {
    const world = await attacked(context);
    for (const path of ["runs:export?format=csv", "audit:export?format=csv"]) {
      const answer = await world.served.get(`/api/v1/workspaces/north/${path}`);
      const [head = [], ...rows] = readCsv(await answer.text());
      expect(rows.length).toBeGreaterThan(5);
      expect(rows.filter((row) => row.length !== head.length)).toEqual([]);
      expect(rows.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
    }
  });

  test("are no action in a PDF", async (context) => {
    const world = await attacked(context);
    const base = `/api/v1/workspaces/north/environments/${HOSTILE}/packs`;
    const { packs } = (await (await world.served.get(base)).json()) as Packs;
    expect(packs.length).toBe(3);
    let read = 0;
    for (const { id } of packs) {
      const { files } = (await (await world.served.get(`${base}/${id}`)).json()) as Pack;
      for (const { path } of files.filter((file) => file.path.endsWith(".pdf"))) {
        const answer = await world.served.get(`${base}/${id}/files/${path}`);
        const objects = objectsOf(Buffer.from(await answer.arrayBuffer()));
        expect(objects).toContain("/Catalog");
        expect(objects).not.toMatch(ACTION);
        read += 1;
      }
    }
    expect(read).toBeGreaterThan(0);
  });
});

const SERVER_PAGES = [
  "/workspaces/north/runs",
  `/workspaces/north/runs?environment=${HOSTILE}`,
  "/workspaces/nowhere/runs",
];

/** What a spreadsheet takes for more than a text, also behind what it passes over. */
const FORMULA = /^[\s\uFEFF\u200B]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]/;
const ACTION =
  /\/(?:JS|JavaScript|AA|OpenAction|URI|Launch|SubmitForm|ImportData|EmbeddedFile|RichMedia)\b/;

interface Packs {
  readonly packs: readonly { readonly id: string }[];
}

interface Pack {
  readonly files: readonly { readonly path: string }[];
}

/** The objects of a PDF without the bytes of streams and without texts: what its reader acts upon. */
function objectsOf(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replaceAll(/\bstream\r?\n[^]*?\nendstream\b/g, "")
    .replaceAll(/\((?:\\[^]|[^\\()])*\)/g, "()");
}

async function hostileRuns({ served }: ConsoleWorld): Promise<readonly string[]> {
  const path = "/api/v1/workspaces/north/runs?limit=200";
  const ids: string[] = [];
  for (let next: string | null = path; next !== null;) {
    const page = (await (await served.get(next)).json()) as RunsPage;
    ids.push(...page.runs.map(({ id }) => id));
    next = page.next;
  }
  return ids;
}

interface RunsPage {
  readonly runs: readonly { readonly id: string }[];
  readonly next: string | null;
}
