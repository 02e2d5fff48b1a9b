import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { CONTOSO } from "../src/server/served-world.test-kit.ts";
import { expectAccessible, useConsoleWorld } from "./console-world.test-kit.ts";

const here = useConsoleWorld();
const CONTOSO_PATH = "/workspaces/north/environments/contoso";

const ways = (page: Page) => page.getByRole("navigation", { name: "Of this environment" });

async function expectPage(page: Page, name: RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

test("from an environment one goes to its packs and restores, back, and to its runs", async (context) => {
  const window = await here(context).show(CONTOSO_PATH, { width: 360 });
  const { page } = window;
  await ways(page).waitFor();
  const name = await page.locator("main h1:not([data-stand-in])").innerText();
  for (const [way, heading] of [
    ["Packs", /^Packs of/],
    ["Restores", /^Restores of/],
  ] as const) {
    await ways(page).getByRole("link", { name: way }).click();
    await expectPage(page, heading);
    await page.getByRole("main").getByRole("link", { name, exact: true }).first().click();
    await ways(page).waitFor();
  }
  await expectAccessible(window);
  await ways(page).getByRole("link", { name: "Runs" }).click();
  await page.getByRole("row").nth(1).waitFor();
  expect(decodeURIComponent(page.url())).toMatch(/\/runs\?.*env:contoso/);
});

test("from a review one goes to the packs of just this review, and back to it", async (context) => {
  const world = here(context);
  const [newest, older] = await world.served.reviewsOf(CONTOSO);
  // What is shown without a word is the newest.
  if (newest === undefined || older === undefined) throw new Error("There is one review alone.");
  const { page } = await world.show(`${CONTOSO_PATH}/reviews/${older.reviewId}`);
  await page.getByRole("link", { name: "Its packs" }).click();
  await page.waitForURL(new RegExp(`/packs\\?review=${older.reviewId}$`));
  expect(await page.getByRole("combobox", { name: "Review" }).inputValue()).toBe(older.reviewId);
  await page.getByRole("link", { name: "Open the review" }).click();
  await page.waitForURL(new RegExp(`/reviews/${older.reviewId}$`));
  await page.getByRole("link", { name: "Its packs" }).waitFor();
});
