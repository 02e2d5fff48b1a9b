import { openBrowser } from "../../apps/platform/browser/open-browser.test-kit.ts";
import type { RunsWorld } from "./open-runs-world.ts";

export interface Interactive {
  /** From the navigation to a list that answers, nothing cached. */
  readonly coldMs: number;
  /** The same with the scripts in the cache of the browser. */
  readonly warmMs: number;
}

const SLOW_DOWN = 4;
const TRIES = 5;
/** So long nothing may keep the page busy for the list to count as one that answers. */
const QUIET_MS = 1_000;

/** The list of the long workspace on a processor four times slower; null where there is no browser. */
export async function measureInteractive(world: RunsWorld): Promise<Interactive | null> {
  const browser = await openBrowser();
  if (browser === null) return null;
  try {
    const cold: number[] = [];
    const warm: number[] = [];
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { page, context } = await browser.openWindow();
      await context.setExtraHTTPHeaders({ authorization: `Bearer ${world.token}` });
      await page.addInitScript(OBSERVE);
      const devtools = await context.newCDPSession(page);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
      for (const times of [cold, warm]) {
        await page.goto(`${world.url}/console/workspaces/long/runs?view=all`, {
          waitUntil: "commit",
        });
        await page.locator("tbody tr").first().waitFor();
        await page.waitForTimeout(QUIET_MS);
        times.push(await page.evaluate<number>("answersAfterMs"));
      }
      await context.close();
    }
    return { coldMs: middleOf(cold), warmMs: middleOf(warm) };
  } finally {
    await browser.close();
  }
}

/** The first row is there, and the last task that kept the page busy for more than 50 ms is over. */
const OBSERVE = `
  globalThis.answersAfterMs = 0;
  new MutationObserver((_, observer) => {
    if (document.querySelector("tbody tr") === null) return;
    answersAfterMs = Math.max(answersAfterMs, performance.now());
    observer.disconnect();
  }).observe(document, { subtree: true, childList: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      answersAfterMs = Math.max(answersAfterMs, startTime + duration);
  }).observe({ type: "longtask", buffered: true });
`;

function middleOf(times: readonly number[]): number {
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0);
}
