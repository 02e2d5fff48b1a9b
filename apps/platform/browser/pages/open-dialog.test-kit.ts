import type { Page } from "playwright-core";

const WITHIN_MS = 10_000;

/** Presses a button of the page and waits for the question that it asks. */
export async function openDialog(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("main").getByRole("button", { name }).first().click();
  await dialogOf(page).waitFor({ timeout: WITHIN_MS });
}

/** Opens a menu by its button, and chooses one of its entries. */
export async function chooseInMenu(
  page: Page,
  menu: string | RegExp,
  entry: string,
): Promise<void> {
  await page.getByRole("button", { name: menu }).first().click();
  await page.getByRole("menuitem", { name: entry }).click();
  await dialogOf(page).waitFor({ timeout: WITHIN_MS });
}

export function dialogOf(page: Page) {
  return page.getByRole("dialog").filter({ visible: true });
}
