import { openBrowser } from "../../apps/platform/browser/open-browser.test-kit.ts";
import type { RunsWorld } from "./open-runs-world.ts";

export interface Interactive {
  /** From the navigation to the first row, nothing cached. */
  readonly firstRowMs: number;
  /** The same with the scripts in the cache of the browser. */
  readonly warmMs: number;
}

const SLOW_DOWN = 4;
const TRIES = 5;

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
      const devtools = await context.newCDPSession(page);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
      for (const times of [cold, warm]) {
        await page.goto(`${world.url}/console/workspaces/long/runs?view=all`, {
          waitUntil: "commit",
        });
        await page.locator("tbody tr").first().waitFor();
        times.push(await page.evaluate<number>("performance.now()"));
      }
      await context.close();
    }
    return { firstRowMs: middleOf(cold), warmMs: middleOf(warm) };
  } finally {
    await browser.close();
  }
}

function middleOf(times: readonly number[]): number {
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0);
}
