import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { TOKEN } from "../../src/server/served-world.test-kit.ts";
import { type ConsoleWorld, useConsoleWorld } from "../console-world.test-kit.ts";
import type { TestWindow } from "../open-browser.test-kit.ts";
import { type ConsolePlaces, findPlaces, placePath } from "../pages/console-places.test-kit.ts";
import { HOSTILE_ADDRESSES, readsAs } from "./hostile-addresses.test-kit.ts";
import { exportsOf, objectsOf, packFilesOf, PDF_ACTION } from "./hostile-files.test-kit.ts";
import { HOSTILE_LISTS } from "./hostile-lists.test-kit.ts";
import { goWithin, prepareToGoWithin } from "./go-within.test-kit.ts";
import { hostileParts, isEveryText, textOf } from "./hostile-part.test-kit.ts";
import { HOSTILE_SINGLES, putHostileTexts } from "./hostile-singles.test-kit.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.test-kit.ts";
import { fillWithHostileTexts, HOSTILE } from "./open-hostile-world.test-kit.ts";
import { readCsv } from "./read-csv.test-kit.ts";
import { actingNodes, bare, lostRows, lostTexts } from "./shown-texts.test-kit.ts";
import type { HostileRun } from "./store-hostile-runs.test-kit.ts";
import { type Effects, watchForEffects } from "./watch-for-effects.test-kit.ts";

const WITHIN_MS = isEveryText ? 900_000 : 120_000;
/** Of a page that shows one thing at a time: all texts of the part, or some. */
const LOOKS_EACH = isEveryText ? Infinity : 2;

beforeAll(() => {
  expect(new Set(HOSTILE_TEXTS).size).toBe(HOSTILE_TEXTS.length);
  expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(200);
});

describe.each(hostileParts())("texts that mean harm, $name", { timeout: WITHIN_MS }, (part) => {
  const here = useConsoleWorld({ speaksOfPrograms: true });
  const attacked = (context: Parameters<typeof here>[0]) => attack(here(context), part.texts);

  test("stand as texts in each list", async (context) => {
    await attackLists(await attacked(context));
  });

  test("stand as texts on the page of each run, and in what is told of it", async (context) => {
    await attackRuns(await attacked(context));
  });

  test("stand as texts wherever a page is about them, and in its title", async (context) => {
    await attackSingles(await attacked(context));
  });

  test("are texts in each part of an address", async (context) => {
    await attackAddresses(await attacked(context));
  });

  test("are no formula in a CSV, and stand there", async (context) => {
    const { world, texts } = await attacked(context);
    const files = [...(await exportsOf(world.served)), ...(await packFilesOf(world.served))];
    const tables = files.filter(({ path }) => path.endsWith(".csv"));
    expect(tables.length).toBe(6);
    for (const { path, bytes } of tables) {
      const [head = [], ...rows] = readCsv(bytes.toString("utf8"));
      expect(rows.filter((row) => row.length !== head.length)).toEqual([]);
      const cells = rows.flat();
      expect([path, cells.filter((cell) => FORMULA.test(cell))]).toEqual([path, []]);
      const shown = new Set(cells.flatMap((cell) => [bare(cell), bare(cell.replace(/^'/, ""))]));
      const lost = texts.filter((text) => !shown.has(bare(text)));
      if (NAMING.has(path)) expect([path, lost]).toEqual([path, []]);
    }
  });

  test("are no action in the files of a pack, nor in the names of files", async (context) => {
    const { world } = await attacked(context);
    const packs = await packFilesOf(world.served);
    for (const { disposition } of [...packs, ...(await exportsOf(world.served))]) {
      expect(disposition).toMatch(/^attachment; filename="[A-Za-z0-9][A-Za-z0-9._-]*"$/);
    }
    const pdfs = packs.filter(({ path }) => path.endsWith(".pdf"));
    expect(pdfs.length).toBe(2);
    for (const { bytes } of pdfs) {
      expect(objectsOf(bytes)).toContain("/Catalog");
      expect(objectsOf(bytes)).not.toMatch(PDF_ACTION);
    }
    const pages = packs.filter(({ path }) => path.endsWith(".html"));
    expect(pages.length).toBe(2);
    const window = await world.browser.openWindow();
    const effects = await watchForEffects(window, "file://");
    const folder = await mkdtemp(join(tmpdir(), "settled-hostile-pack-"));
    try {
      for (const { path, bytes } of pages) {
        await writeFile(join(folder, path), bytes);
        await window.page.goto(pathToFileURL(join(folder, path)).href);
        expect(await lostTexts(window.page, part.texts.slice(0, 1))).toEqual([]);
        await expectHarmless([path], window, effects);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** What every page has, whoever draws it, when it has something to say. */
const STANDS = "main h1, main h2, main [data-problem], form, pre";
/** What a spreadsheet takes for more than a text, also behind what it passes over. */
const FORMULA = /^[\s\uFEFF\u200B]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]/;
/** Tables with a row for each text. */
const NAMING: ReadonlySet<string> = new Set(["runs.csv", "audit.csv", "findings.csv"]);

interface HostileWorld {
  readonly world: ConsoleWorld;
  readonly texts: readonly string[];
  readonly url: string;
  readonly session: string;
  readonly places: ConsolePlaces;
  readonly runs: readonly HostileRun[];
}

/** With a window of the test's own. */
interface Attacked extends HostileWorld {
  readonly window: TestWindow;
  readonly effects: Effects;
}

const filled = new WeakMap<ConsoleWorld, HostileWorld>();

async function fillOnce(world: ConsoleWorld, texts: readonly string[]): Promise<HostileWorld> {
  const before = filled.get(world);
  if (before !== undefined) return before;
  const { url } = world.server;
  const root = join(world.served.importRoot, HOSTILE);
  const { places, session, runs } = await fillWithHostileTexts(world.served.platform, texts, root);
  const input = { url, token: TOKEN, workspace: "north", environment: HOSTILE };
  const found = { ...(await findPlaces(input)), ...places };
  const now = { world, texts, url, session, places: found, runs };
  filled.set(world, now);
  return now;
}

async function attack(world: ConsoleWorld, texts: readonly string[]): Promise<Attacked> {
  const filledWorld = await fillOnce(world, texts);
  const { url, session } = filledWorld;
  const window = await world.browser.openWindow();
  await window.context.addCookies([{ name: "settled_session", value: session, url }]);
  await prepareToGoWithin(window.page);
  return { ...filledWorld, window, effects: await watchForEffects(window, url) };
}

async function attackLists({ texts, window, url, effects, places }: Attacked): Promise<void> {
  const lost: unknown[] = [];
  for (const { path, columns, row: parts = "main tr", show, shownAs } of HOSTILE_LISTS) {
    await window.page.goto(`${url}/console${placePath(path, places)}`);
    await show?.(window.page);
    const rows = [...texts.keys()].map((row) =>
      columns.map((_, field) => {
        const text = textOf(texts, row, field);
        return shownAs?.(text) ?? text;
      }),
    );
    const own = await lostRows(window.page, parts, rows);
    lost.push(...own.map((line) => [path, columns, line]));
    await expectHarmless([path], window, effects);
  }
  expect(lost).toEqual([]);
}

async function attackRuns({ world, window, url, effects, runs }: Attacked): Promise<void> {
  for (const { id, shown } of runs.slice(0, LOOKS_EACH * 3)) {
    const path = `/workspaces/north/runs/${id}`;
    await goWithin(window.page, `${url}/console${path}`);
    expect([path, await lostTexts(window.page, shown)]).toEqual([path, []]);
    await expectHarmless([path, ...shown], window, effects);
    const events = await world.served.get(`/api/v1${path}/events`);
    expect([events.status, await events.text()]).toEqual([200, expect.any(String)]);
  }
}

async function attackSingles(attacked: Attacked): Promise<void> {
  const { world, texts, window, url, effects, places } = attacked;
  const { database } = world.served.platform;
  for (const row of [...texts.keys()].slice(0, LOOKS_EACH)) {
    for (const single of HOSTILE_SINGLES) {
      const put = await putHostileTexts(database, single, { texts, row, places });
      const address = `${url}${placePath(single.path, places)}`;
      const isLoaded = row === 0 || single.isInHead === true;
      await (isLoaded ? window.page.goto(address) : goWithin(window.page, address));
      const lost = await lostTexts(window.page, put, put.slice(0, single.inTitle ?? 0));
      expect([single.path, lost]).toEqual([single.path, []]);
      await expectHarmless([single.path, ...put], window, effects);
    }
  }
}

async function attackAddresses({ texts, window, url, effects, places }: Attacked): Promise<void> {
  for (const { path, isShown } of HOSTILE_ADDRESSES) {
    const bears = path.includes("{text}") ? LOOKS_EACH : 1;
    for (const [index, text] of texts.slice(0, bears).entries()) {
      const written = encodeURIComponent(text);
      const placed = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? written);
      const address = `${url}${placed}`;
      await (index === 0 ? window.page.goto(address) : goWithin(window.page, address));
      await window.page.locator(STANDS).first().waitFor({ state: "attached" });
      expect([placed, new URL(window.page.url()).origin]).toEqual([placed, url]);
      const read = isShown === true ? readsAs(text) : null;
      const lost = read === null ? [] : await lostTexts(window.page, [read]);
      expect([placed, lost]).toEqual([placed, []]);
      await expectHarmless([placed, text], window, effects);
    }
  }
}

async function expectHarmless(
  about: readonly string[],
  { page, complaints }: TestWindow,
  effects: Effects,
): Promise<void> {
  const seen = [effects.seen(), complaints, await actingNodes(page)];
  expect([about, ...seen]).toEqual([about, [], [], []]);
}
