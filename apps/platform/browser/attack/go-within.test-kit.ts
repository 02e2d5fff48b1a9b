import type { Page } from "playwright-core";

/** Lets a page take what it has read for old, so that it asks again. */
const AGEING = `
  const now = Date.now;
  let later = 0;
  window.age = () => { later += 60_000; };
  Date.now = () => now() + later;
`;

/** Before the first page of a window through which one goes by `goWithin`. */
export async function prepareToGoWithin(page: Page): Promise<void> {
  await page.addInitScript(AGEING);
}

/**
 * Shows an address as the console does by itself where it is open already: many times faster than a load. Where it is
 * not, or where the server draws the page, it is loaded.
 */
export async function goWithin(page: Page, address: string): Promise<void> {
  const { origin, pathname } = new URL(address);
  const isOpen = page.url().startsWith(`${origin}/console/`);
  if (!isOpen || !pathname.startsWith("/console/")) {
    await page.goto(address);
    return;
  }
  await page.evaluate(`window.age(); history.pushState(null, "", ${JSON.stringify(address)});`);
}
