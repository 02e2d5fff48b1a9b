import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { composeReview } from "./compose-review.test-kit.ts";
import { expectAccessible, expectCalm, useConsoleWorld } from "./console-world.test-kit.ts";
import { showAs } from "./show-as.test-kit.ts";

const here = useConsoleWorld();
const MARIA = { kind: "user", id: "maria", name: "Maria Lang" } as const;
const LIST = "/workspaces/north/runs";

type Context = Parameters<typeof here>[0];
let months = 0;

/** A run that waits: nobody works here unless a test says so. */
async function startRun(context: Context) {
  months += 1;
  return composeReview(here(context), `2027-${String(months).padStart(2, "0")}`, MARIA);
}

const rowOf = (page: Page, id: string) => page.locator(`#run-${id}`);
const isLive = (page: Page) => page.locator("[data-live=live]").waitFor();

/** Saves what is shown under a name; it is one's own unless `share` says so. */
async function saveView(page: Page, name: string, share?: () => Promise<void>): Promise<void> {
  await page.getByRole("button", { name: /^(?:Saved views|What went well)$/ }).click();
  await page.getByRole("menuitem", { name: "Save this view …" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await share?.();
  await page.getByRole("button", { name: "Save the view" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("button", { name: /^Saved views$|went well|alone/ }).waitFor();
}

/** Keeps the part back that completes searches, until what it answers is called. */
async function holdCompletions(page: Page): Promise<() => void> {
  await page.locator("tbody tr").first().waitFor();
  const { promise: isLet, resolve: arrive } = Promise.withResolvers<void>();
  await page.route("**/completing-input-*.js", async (route) => {
    await isLet;
    await route.continue();
  });
  return arrive;
}

describe("operations", () => {
  test("a new run is announced and not slipped in, and a row changes where it stands", async (context) => {
    const window = await here(context).show(`${LIST}?view=active`);
    const { page } = window;
    await page.getByRole("heading", { name: "Nothing is under way" }).waitFor();
    await isLive(page);
    const run = await startRun(context);
    const fresh = page.getByRole("button", { name: "1 new" });
    await fresh.waitFor();
    expect(await rowOf(page, run.id).count()).toBe(0);
    await fresh.click();
    await rowOf(page, run.id).waitFor();
    await page.waitForFunction(() => document.activeElement?.closest("tr") !== null);
    await here(context).served.platform.settled.cancel(run, MARIA);
    await rowOf(page, run.id).getByText("Cancelled", { exact: true }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest("tr")?.id)).toBe(
      `run-${run.id}`,
    );
    await expectCalm(window);
  });

  test("rows that are selected stand still, and what was missed is told afterwards", async (context) => {
    const { page } = await here(context).show(`${LIST}?view=all`);
    await isLive(page);
    await page.locator("tbody input[type=checkbox]").first().check();
    await page.locator("[data-live=paused]").waitFor();
    await startRun(context);
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await isLive(page);
    await page.getByRole("button", { name: "1 new" }).waitFor();
  });

  test("a search is completed by keys, stands in the address, and says what it does not know", async (context) => {
    const window = await here(context).show(`${LIST}?view=all`);
    const { page } = window;
    await page.locator("tbody tr").first().waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("outc");
    await page.getByRole("option", { name: /outcome:/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("option", { name: "succeeded", exact: true }).waitFor();
    await expectAccessible(window);
    await page.keyboard.type("succeeded");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=outcome(?::|%3A)succeeded/);
    await page.getByRole("combobox").fill("outcom:failed nothing-like-it");
    await page.keyboard.press("Enter");
    await page.getByText("There is no filter “outcom”.").waitFor();
    await page.getByRole("heading", { name: "Nothing fits" }).waitFor();
    await expectAccessible(window);
    await page.goBack();
    await page.waitForURL(/q=outcome(?::|%3A)succeeded/);
    expect(await page.getByRole("combobox").inputValue()).toBe("outcome:succeeded");
  });

  test("what a search offers is taken by a pointer, and Escape closes it before it leaves the field", async (context) => {
    const { page } = await here(context).show(`${LIST}?view=all`);
    const search = page.getByRole("combobox");
    await search.click();
    await page.getByRole("option", { name: /outcome:/ }).click();
    await page.getByRole("option", { name: "succeeded", exact: true }).waitFor();
    expect(await search.inputValue()).toBe("outcome:");
    await page.keyboard.press("Escape");
    await page.getByRole("option").first().waitFor({ state: "detached" });
    expect(await search.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await search.evaluate((field) => field === document.activeElement)).toBe(false);
  });

  test("a field that was left before it could complete anything offers nothing", async (context) => {
    const { page } = await here(context).show(`${LIST}?view=all`);
    const arrive = await holdCompletions(page);
    await page.keyboard.press("/");
    await page.keyboard.type("outc");
    await page.keyboard.press("Tab");
    arrive();
    await page.locator("[role=combobox][aria-autocomplete]").waitFor();
    expect(await page.getByRole("option").count()).toBe(0);
    expect(await page.getByRole("combobox").inputValue()).toBe("outc");
  });

  test("a word that is being composed when the field learns to complete is kept whole", async (context) => {
    const { page } = await here(context).show(`${LIST}?view=all`);
    const arrive = await holdCompletions(page);
    const keyboard = await page.context().newCDPSession(page);
    await page.keyboard.press("/");
    const composed = { text: "かい", selectionStart: 2, selectionEnd: 2 };
    await keyboard.send("Input.imeSetComposition", composed);
    const arrived = page.waitForResponse(/completing-input-/);
    arrive();
    await (await arrived).finished();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    await keyboard.send("Input.insertText", { text: "会" });
    await page.locator("[role=combobox][aria-autocomplete]").waitFor();
    await page.keyboard.type("x");
    expect(await page.getByRole("combobox").inputValue()).toBe("会x");
  });

  test("a menu that keys open begins at its first entry, and Escape leads back to its button", async (context) => {
    const { page } = await here(context).show(`${LIST}?view=all`);
    const button = page.getByRole("button", { name: "Export" });
    await button.focus();
    await page.keyboard.press("Enter");
    const [csv, lines] = ["This list as CSV", /NDJSON|JSON/].map((name) =>
      page.getByRole("menuitem", { name }),
    );
    await csv?.and(page.locator(":focus")).waitFor();
    await page.keyboard.press("ArrowDown");
    await lines?.and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "detached" });
    await button.and(page.locator(":focus")).waitFor();
  });

  test("many runs are cancelled after a look at what would become of each", async (context) => {
    const { platform } = here(context).served;
    const runs = [await startRun(context), await startRun(context)];
    const window = await here(context).show(`${LIST}?view=all`);
    const { page } = window;
    for (const { id } of runs) await rowOf(page, id).getByRole("checkbox").check();
    await page.locator("tbody tr", { hasText: "succeeded" }).first().getByRole("checkbox").check();
    await page.getByRole("button", { name: "Cancel", exact: true }).click();
    await page.getByText("It would be done to 2 of 3.").waitFor();
    await page.getByText("Over already: there is nothing to stop").waitFor();
    await page.getByRole("textbox", { name: "Reason" }).fill("They are not wanted any more.");
    await expectAccessible(window);
    await page.getByRole("button", { name: "Cancel 2 runs" }).click();
    const progress = page.getByRole("region", { name: "Action on many runs" });
    await progress.getByRole("button", { name: "Stop it" }).waitFor();
    await expectAccessible(window);
    const worker = await platform.settled.work({ concurrency: 1 });
    try {
      // Whether the worker begins them first is its own affair: the action then tells of it.
      await progress.getByRole("button", { name: "Done with this" }).waitFor();
    } finally {
      await worker.stop();
    }
    await progress.getByRole("link", { name: "Open its run" }).click();
    await page.getByRole("heading", { name: "Action on many runs" }).waitFor();
    await expectCalm(window);
  });

  test("a view that one shares, others have, and it can be exported", async (context) => {
    const one = await here(context).show(`${LIST}?view=all&q=outcome:partially_succeeded`);
    await saveView(one.page, "What went well", async () => {
      await one.page.getByRole("checkbox", { name: /For everybody/ }).check();
      await expectAccessible(one);
    });

    await saveView(one.page, "For me alone");

    const { page } = await showAs(here(context), "operator", LIST);
    await page.getByRole("button", { name: "Saved views" }).click();
    expect(await page.getByText("For me alone").count()).toBe(0);
    await page.getByRole("group", { name: "Everybody’s" }).getByText("What went well").click();
    await page.waitForURL(/view=all&q=outcome/);
    await page.getByRole("button", { name: "Export" }).click();
    const csv = page.getByRole("menuitem", { name: "This list as CSV" });
    const href = (await csv.getAttribute("href")) ?? "";
    expect(href).toContain("runs:export?outcome=partially_succeeded&format=csv");
    const text = await page.evaluate(async (path) => (await fetch(path)).text(), href);
    expect(text).toContain('"partially_succeeded"');
  });

  test("everything is reached by keys, and coming back leads to the same row", async (context) => {
    const window = await here(context).show(`${LIST}?view=all`);
    const { page } = window;
    await page.locator("tbody tr").first().waitFor();
    for (const key of ["j", "j", "j", "k"]) await page.keyboard.press(key);
    const focused = () => page.evaluate(() => document.activeElement?.closest("tr")?.id);
    const id = await page.locator("tbody tr").nth(1).getAttribute("id");
    expect(await focused()).toBe(id);
    await page.keyboard.press("x");
    await page.getByText("1 run selected").waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("1 run selected").waitFor({ state: "detached" });
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await focused()).toBe(id);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "What happened" }).waitFor();
    await page.goBack();
    await page.locator("tbody tr").first().waitFor();
    await page.waitForFunction((row) => document.activeElement?.closest("tr")?.id === row, id);
  });

  test("the palette leads to runs by their id, to pages, and to what can be done here", async (context) => {
    const run = await startRun(context);
    const window = await here(context).show(`${LIST}?view=all`);
    const { page } = window;
    await page.locator("tbody tr").first().waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").waitFor();
    await expectAccessible(window);
    await page.keyboard.type(run.id);
    await page.getByRole("option", { name: new RegExp(run.id) }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`/runs/${run.id}$`));
    await page.getByRole("heading", { name: "What happened" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("check");
    await page.getByRole("option", { name: "Check now" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Have the truth looked at" }).waitFor();
    await expectCalm(window);
  });

  test("columns are chosen once, and a narrow dark screen has everything, too", async (context) => {
    const wide = await here(context).show(`${LIST}?view=all`);
    await wide.page.getByRole("button", { name: "Columns" }).click();
    await wide.page.getByRole("menuitemcheckbox", { name: "Queue" }).click();
    await wide.page.reload();
    await wide.page.getByRole("columnheader", { name: "Queue" }).waitFor();
    await expectAccessible(wide);
    const narrow = await here(context).show(LIST, { colorScheme: "dark", width: 360 });
    await narrow.page.getByRole("heading", { name: "Nobody is needed" }).waitFor();
    await expectAccessible(narrow);
    await expectCalm(narrow);
  });
});
