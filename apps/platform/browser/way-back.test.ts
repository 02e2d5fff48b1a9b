import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type ConsoleWorld, expectCalm, useConsoleWorld } from "./console-world.test-kit.ts";
import type { TestWindow } from "./open-browser.test-kit.ts";

const here = useConsoleWorld();
const LIST =
  "/workspaces/north/runs?view=all&q=type%3Aenvironment.snapshot.capture%2Cenvironment.review.compose";

/** A list that has been scrolled down, with the run that was opened from its end. */
async function openLast(world: ConsoleWorld) {
  const window = await world.show(LIST);
  const { page } = window;
  await page.setViewportSize({ width: 1280, height: 320 });
  const rows = page.locator("tbody tr");
  await rows.first().waitFor();
  await rows.last().scrollIntoViewIfNeeded();
  const before = { address: page.url(), scrolled: await scrolledBy(page) };
  expect(before.scrolled).toBeGreaterThan(100);
  await rows.last().getByRole("link").first().click();
  await page.getByRole("heading", { name: "What happened" }).waitFor();
  return { window, page, before };
}

const scrolledBy = (page: Page) => page.evaluate(() => Math.round(scrollY));

async function expectList(
  { page }: TestWindow,
  before: { readonly address: string; readonly scrolled: number },
): Promise<void> {
  await page.locator("tbody tr").first().waitFor();
  expect(page.url()).toBe(before.address);
  await page.waitForFunction((top) => Math.abs(scrollY - top) < 5, before.scrolled);
}

test("Escape leads back to the list as it was, also from the run before in it", async (context) => {
  const { window, page, before } = await openLast(here(context));
  await page.keyboard.press("Escape");
  await expectList(window, before);
  await page.locator("tbody tr").last().getByRole("link").first().click();
  await page.getByRole("heading", { name: "What happened" }).waitFor();
  const opened = page.url();
  await page.keyboard.press("k");
  await page.waitForURL((url) => url.href !== opened);
  await page.getByRole("link", { name: "Run behind this one in the list" }).click();
  await page.waitForURL(opened);
  await page.keyboard.press("Escape");
  await expectList(window, before);
  await expectCalm(window);
});

test("the arrow leads back to the list as it was, like Escape", async (context) => {
  const { window, page, before } = await openLast(here(context));
  await page.getByRole("main").getByRole("link", { name: "Operations" }).click();
  await expectList(window, before);
});

test("runs that were gone through on the way are skipped", async (context) => {
  const { window, page, before } = await openLast(here(context));
  const opened = page.url();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
  const id = opened.split("/").at(-1) ?? "";
  const other = (await runIds(page)).find((one) => one !== id) ?? "";
  await page.keyboard.type(other);
  await page.getByRole("option", { name: new RegExp(other) }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`/runs/${other}$`));
  await page.getByRole("heading", { name: "What happened" }).waitFor();
  await page.keyboard.press("Escape");
  await expectList(window, before);
});

test("after a reload, and from a run that was opened by its address, the list is the one of before", async (context) => {
  const { page, before } = await openLast(here(context));
  const opened = page.url();
  await page.reload();
  await page.getByRole("heading", { name: "What happened" }).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForURL(before.address);
  await page.goto(opened);
  await page.getByRole("heading", { name: "What happened" }).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForURL((url) => url.pathname.endsWith("/runs"));
  expect(new URL(page.url()).searchParams.get("q")).toBe(
    new URL(before.address).searchParams.get("q"),
  );
});

test("who came from elsewhere goes back there, also after a reload", async (context) => {
  const { page } = await here(context).show("/workspaces/north/audit");
  await page.getByRole("heading", { level: 1, name: "Audit" }).waitFor();
  const [id] = await runIds(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type(id ?? "");
  await page.getByRole("option", { name: new RegExp(id ?? "") }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "What happened" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "What happened" }).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForURL(/\/audit$/);
});

async function runIds(page: Page): Promise<readonly string[]> {
  const answer = await page.request.get(new URL("/api/v1/workspaces/north/runs", page.url()).href);
  const { runs } = (await answer.json()) as { readonly runs: readonly { readonly id: string }[] };
  return runs.map(({ id }) => id);
}
