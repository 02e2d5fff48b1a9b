import type { Page } from "playwright-core";
import type { OperationRun } from "settled";
import { afterAll, expect, test } from "vitest";
import { killDemoWorkers, spawnDemoWorker } from "../src/demo/spawn-demo-worker.ts";
import { openPlatform } from "../src/platform.ts";
import { composeReview } from "./compose-review.test-kit.ts";
import {
  type ConsoleWorld,
  expectAccessible,
  expectCalm,
  useConsoleWorld,
} from "./console-world.test-kit.ts";

const here = useConsoleWorld();
afterAll(killDemoWorkers);

const PERIODS = ["2026-07", "2026-08", "2026-09"];
/** A worker that sweeps but when it starts: what is found is found by the person who asks. */
const NEVER_MS = 3_600_000;
/** A lease that nobody renews runs out after 15 s. */
const SILENT_WITHIN_MS = 45_000;

test(
  "runs whose workers died are looked at together, after a preview, by a run that tells how far it is",
  { timeout: 150_000 },
  async (context) => {
    const world = here(context);
    const runs = await diedAfterCommit(world);
    const platform = openPlatform({ connectionString: world.served.url, sweepEveryMs: NEVER_MS });
    const worker = await platform.settled.work({ concurrency: 1 });
    try {
      const window = await world.show("/workspaces/north/runs?view=all");
      const { page } = window;
      for (const { id } of runs) await rowOf(page, id).getByRole("checkbox").check();
      // One that is as its record says, too: it is looked at, and nothing of it changes.
      await page
        .locator("tbody tr", { hasText: "Partially" })
        .first()
        .getByRole("checkbox")
        .check();
      await expect
        .poll(() => seemAlive(world, runs), { timeout: SILENT_WITHIN_MS, interval: 500 })
        .toEqual([]);
      await page
        .getByRole("region", { name: "Selected runs" })
        .getByRole("button", { name: "Check now" })
        .click();
      await page.getByText("It would be done to 4 of 4.").waitFor();
      const forecast = page.getByRole("region", { name: "What would happen" });
      await line(forecast, "4", "The action is taken").getByText("which").click();
      for (const { id } of runs) await forecast.getByRole("link", { name: id }).waitFor();
      const dialog = page.getByRole("dialog");
      const check = dialog.getByRole("button", { name: "Check 4 runs" });
      expect(await check.isDisabled()).toBe(true);
      await dialog.getByLabel("Reason").fill("The machine was switched off.");
      await expectAccessible(window);
      // Twice in one breath: it is one action.
      await check.dblclick();

      const progress = page.getByRole("region", { name: "Action on many runs" });
      await progress.getByRole("button", { name: "Done with this" }).waitFor();
      await progress.getByText("as it had been when this was decided").waitFor();
      for (const { id } of runs) {
        await rowOf(page, id)
          .getByText(/^(?:Succeeded|Partially succeeded)$/)
          .waitFor();
      }
      await expectCalm(window);
      await progress.getByRole("link", { name: "Open its run" }).click();
      await page.getByRole("heading", { name: "Action on many runs" }).waitFor();
      await page.getByText("4 of 4 runs").waitFor();
      const counts = page.locator("section", { hasText: "What it counted" });
      expect(await counts.last().innerText()).toMatch(/Taken\s+3\s+Targets\s+4\s+Unchanged\s+1$/);
      await expectCalm(window);
      await page.goto(`${world.server.url}/console/workspaces/north/runs/${runs[0]?.id}`);
      await page.getByText("The worker went silent", { exact: false }).first().waitFor();
      await page.getByText("The machine was switched off.").first().waitFor();
    } finally {
      await worker.stop();
      await platform.close();
    }
  },
);

/** Composed and committed, each by a process of its own that then dies. */
async function diedAfterCommit(world: ConsoleWorld): Promise<readonly OperationRun[]> {
  const doomed = PERIODS.map(() =>
    spawnDemoWorker({ databaseUrl: world.served.url, fault: "compose.after_commit=kill" }),
  );
  await Promise.all(doomed.map(({ ready }) => ready));
  const runs: OperationRun[] = [];
  for (const period of PERIODS) runs.push(await composeReview(world, period));
  for (const { ended } of doomed) expect((await ended).signal).toBe("SIGKILL");
  return runs;
}

const rowOf = (page: Page, id: string) => page.locator(`#run-${id}`);

/** The runs whose worker may live, by its lease. */
async function seemAlive(
  { served: { platform } }: ConsoleWorld,
  runs: readonly OperationRun[],
): Promise<readonly string[]> {
  const { reader } = platform.settled;
  const alive: string[] = [];
  for (const { workspaceId, id } of runs) {
    const run = await reader.findRun(workspaceId, id);
    if (run === null || (await reader.ownerMayLive(run))) alive.push(id);
  }
  return alive;
}

const line = (forecast: ReturnType<Page["getByRole"]>, count: string, words: string) =>
  forecast.locator("summary", { hasText: words }).filter({ hasText: count });
