import { type Page } from "playwright-core";
import type { OperationRun } from "settled";
import { v7 as uuidv7 } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import { killDemoWorkers, spawnDemoWorker } from "../src/demo/spawn-demo-worker.ts";
import { CONTOSO } from "../src/server/served-world.test-kit.ts";
import { insertImportedReview } from "../src/store/review-store.ts";
import { composeReview } from "./compose-review.test-kit.ts";
import { expectAccessible, expectCalm, useConsoleWorld } from "./console-world.test-kit.ts";

const here = useConsoleWorld();
afterAll(killDemoWorkers);

const WAIT_LONGER = `update settled.operation_runs set created_at = created_at - interval '3 hours',
  queued_at = queued_at - interval '3 hours', version = version + 1 where id = $1`;

const pathOf = ({ id }: OperationRun) => `/workspaces/north/runs/${id}`;

/** What the page says of the run, in the mark beside its heading. */
function mark(page: Page, word: string) {
  return page.locator("h1 + span", { hasText: word });
}

/** Processes start and die in these: a busy machine is given time for it. */
describe("a run, live", { timeout: 120_000 }, () => {
  test("waits calmly for a worker, begins and succeeds without a reload, and says what it made", async (context) => {
    const world = here(context);
    const run = await composeReview(world, "2026-07");
    const window = await world.show(pathOf(run));
    const { page } = window;
    await mark(page, "Waiting").or(mark(page, "Queued")).waitFor();
    await page.getByText("It has not started yet.").waitFor();
    await expectCalm(window);
    await expectAccessible(window);
    const worker = await world.served.platform.settled.work({ concurrency: 1 });
    try {
      await mark(page, "ucceeded").waitFor();
    } finally {
      await worker.stop();
    }
    await page.getByText("The worker began it.").waitFor();
    await page.getByRole("link", { name: "Open the environment review" }).waitFor();
    await page.getByText("checked", { exact: false }).first().waitFor();
    await expectCalm(window);
  });

  test("a queue that nobody serves for hours is told calmly in every list, and goes on by itself once a worker comes", async (context) => {
    const world = here(context);
    const run = await composeReview(world, "2026-10");
    await world.served.platform.database.executeSql(WAIT_LONGER, [run.id]);
    const needed = await world.show("/workspaces/north/runs");
    await needed.page.getByRole("heading", { name: "Nobody is needed" }).waitFor();
    const list = await world.show("/workspaces/north/runs?view=active");
    const row = list.page.locator(`#run-${run.id}`);
    await row.getByText("Waiting", { exact: true }).waitFor();
    await row.getByText("That is longer than it should take.").waitFor();
    const workers = await world.show("/workspaces/north/workers");
    await workers.page.getByText("No worker is alive.").waitFor();
    for (const window of [needed, list, workers]) {
      await expectCalm(window);
      await expectAccessible(window);
    }
    await list.page.locator("[data-live=live]").waitFor();
    const worker = spawnDemoWorker({ databaseUrl: world.served.url });
    try {
      await row.getByText(/^(?:Succeeded|Partially succeeded)$/).waitFor({ timeout: 45_000 });
      await workers.page.reload();
      await workers.page.getByText("No worker is alive.").waitFor({ state: "detached" });
      await workers.page.locator("tbody tr", { hasText: `${worker.pid}` }).waitFor();
    } finally {
      await worker.stop();
    }
    await expectCalm(list);
  });

  test("a worker that is killed is seen to go silent, and what it made is found, without a reload", async (context) => {
    const world = here(context);
    const run = await composeReview(world, "2026-08");
    const window = await world.show(pathOf(run));
    const { page } = window;
    await page.getByRole("heading", { name: "What happened" }).waitFor();
    const doomed = spawnDemoWorker({
      databaseUrl: world.served.url,
      fault: "compose.after_commit=kill",
    });
    expect((await doomed.ended).signal).toBe("SIGKILL");
    await mark(page, "Running").waitFor();
    await page.getByText("Last sign of life").waitFor();
    const rescuer = await world.served.platform.settled.work({ concurrency: 1 });
    try {
      await page.getByText("gave no more sign of life").waitFor();
      await mark(page, "ucceeded").waitFor();
    } finally {
      await rescuer.stop();
    }
    await page.getByText("The worker went silent", { exact: false }).first().waitFor();
    await page.getByText("One review bears this run.", { exact: true }).waitFor();
    await expectCalm(window);
    await expectAccessible(window);
  });

  test("two candidates are settled by a person who chooses, with a reason", async (context) => {
    const world = here(context);
    const { platform, url } = world.served;
    const run = await composeReview(world, "2026-09");
    const doomed = spawnDemoWorker({ databaseUrl: url, fault: "compose.after_manifest=kill" });
    await doomed.ended;
    const snapshotId = await world.served.newestSnapshot(CONTOSO);
    const reviews = [uuidv7(), uuidv7()] as const;
    for (const reviewId of reviews) {
      await insertImportedReview(platform.database, CONTOSO, {
        reviewId,
        runId: run.id,
        lineageKey: `import-${reviewId}`,
        snapshotId,
      });
    }
    const window = await world.show(pathOf(run));
    const { page } = window;
    const list = await world.show("/workspaces/north/runs");
    const needed = list.page.locator(`#run-${run.id}`);
    await list.page.locator("[data-live=live]").waitFor();
    const rescuer = spawnDemoWorker({ databaseUrl: url });
    try {
      await mark(page, "attention").waitFor({ timeout: 45_000 });
    } finally {
      await rescuer.stop();
    }
    await list.page.reload();
    await needed.waitFor();
    await page.getByText("2 candidates").click();
    await page.getByText(reviews[1]).first().waitFor();
    await page.getByRole("button", { name: "Settle by hand" }).click();
    const dialog = page.getByRole("dialog");
    const settle = dialog.getByRole("button", { name: "Settle the run" });
    expect(await settle.isDisabled()).toBe(true);
    await dialog.getByText(reviews[1]).click();
    await dialog.getByLabel("Reason").fill("This one was imported on purpose.");
    await expectAccessible(window);
    // Twice in one breath: it is done once.
    await settle.dblclick();
    await mark(page, "Succeeded").waitFor();
    await page.getByText("Reason given: This one was imported on purpose.").first().waitFor();
    expect(await dialog.count()).toBe(0);
    const artifact = page.getByRole("link", { name: "Open the environment review" });
    expect(await artifact.getAttribute("href")).toMatch(new RegExp(`/reviews/${reviews[1]}$`));
    await list.page.reload();
    await list.page.getByRole("heading", { name: "Nobody is needed" }).waitFor();
    await expectCalm(window);
  });
});
