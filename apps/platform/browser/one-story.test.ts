import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { spawnDemoWorker } from "../src/demo/spawn-demo-worker.ts";
import { servePlatform } from "../src/server/serve-platform.ts";
import { CONTOSO, TOKEN } from "../src/server/served-world.test-kit.ts";
import { type ConsoleWorld, expectCalm, useConsoleWorld } from "./console-world.test-kit.ts";

const here = useConsoleWorld();
const LIST = "/workspaces/north/runs?view=all";
/** A lease that nobody renews runs out after 15 s; then the truth is asked. */
const SETTLED_WITHIN_MS = 45_000;
const STORY_WITHIN_MS = 90_000;

test(
  "an operator watches a run whose worker dies, sees how it ended, and opens what it made",
  { timeout: STORY_WITHIN_MS },
  async (context) => {
    const world = here(context);
    // Paused behind its commit, so that the run is seen at work for as long as it takes to look.
    const doomed = spawnDemoWorker({ databaseUrl: world.served.url, fault: FAULT });
    await doomed.ready;
    const list = await world.browser.openWindow();
    const { page } = list;
    await signInByForm(world, page);
    await page.getByText("Live", { exact: true }).waitFor();
    await composeByForm(page, "2026-07");
    await page.getByRole("button", { name: "1 new" }).click();
    const row = page.locator("tbody tr").first();
    await row.getByText("Running").waitFor();
    const run = await openBeside(page, await row.getByRole("link").first().getAttribute("href"));
    await run.getByText("Running").first().waitFor();
    await remember(page);
    await remember(run);

    doomed.kill("SIGKILL");
    expect((await doomed.ended).signal).toBe("SIGKILL");
    const rescuer = spawnDemoWorker({ databaseUrl: world.served.url });
    try {
      await seesHowItEnded(run);
      await row.getByText(/^(?:Succeeded|Partially succeeded)$/).waitFor();
      await expectCalm(list);
      await seesWhatWasMissed(world, page);
      expect([await isRemembered(page), await isRemembered(run)]).toEqual([true, true]);
      await run.getByRole("link", { name: "Open the environment review" }).click();
      await run.getByRole("heading", { level: 1, name: /2026-07|July 2026|review/i }).waitFor();
    } finally {
      await rescuer.stop();
    }
  },
);

const FAULT = "compose.after_commit=stop";

async function signInByForm({ server }: ConsoleWorld, page: Page): Promise<void> {
  const wanted = `/console${LIST}`;
  await page.goto(`${server.url}${wanted}`);
  await page.waitForURL(/\/sign-in\?return_to=/);
  await page.getByText("Use the owner token").click();
  await page.getByLabel(/^The token of/).fill(TOKEN);
  await page.getByRole("button", { name: "Sign in as owner" }).click();
  await page.waitForURL(new RegExp(`${RegExp.escape(wanted)}$`));
}

/** On the page of the environment, beside the list that is watched. */
async function composeByForm(page: Page, period: string): Promise<void> {
  const beside = await openBeside(page, "/console/workspaces/north/environments/contoso");
  await beside.getByRole("button", { name: "Compose review" }).click();
  await beside.getByLabel("Month").fill(period);
  await beside.getByRole("button", { name: "Compose", exact: true }).click();
  await beside.getByRole("region", { name: "What was started here" }).waitFor();
  await beside.close();
}

async function startCompose({ served }: ConsoleWorld, period: string): Promise<void> {
  const path = "/api/v1/workspaces/north/operations/environment.review.compose/runs";
  const body = { environment_id: CONTOSO.environmentId, input: { period } };
  const answer = await served.send("POST", path, { body });
  expect([answer.status, await answer.clone().text()]).toEqual([202, expect.any(String)]);
}

async function seesHowItEnded(run: Page): Promise<void> {
  const within = { timeout: SETTLED_WITHIN_MS };
  await run
    .getByText(/went silent|no more sign of life/i)
    .first()
    .waitFor(within);
  await run.getByRole("heading", { name: "Why do you believe this?" }).waitFor(within);
  await run.getByText("What made us look").waitFor(within);
  await run
    .getByText(/^(?:Succeeded|Partially succeeded)$/)
    .first()
    .waitFor(within);
}

/** The server goes away and comes back at the same address; what happened in between is told. */
async function seesWhatWasMissed(world: ConsoleWorld, page: Page): Promise<void> {
  await world.server.close();
  await page.getByText("Reconnecting", { exact: true }).waitFor();
  await startCompose(world, "2026-08");
  const again = await servePlatform({
    platform: world.served.platform,
    token: TOKEN,
    port: world.server.port,
  });
  world.keep(again);
  await page.getByText("Live", { exact: true }).waitFor({ timeout: SETTLED_WITHIN_MS });
  await page.getByRole("button", { name: "1 new" }).click();
  await page
    .locator("tbody tr")
    .first()
    .getByText(/^(?:Succeeded|Partially succeeded)$/)
    .waitFor({ timeout: SETTLED_WITHIN_MS });
}

async function openBeside(page: Page, href: string | null): Promise<Page> {
  const beside = await page.context().newPage();
  await beside.goto(new URL(href ?? "", page.url()).href);
  return beside;
}

/** A page that is loaded anew has forgotten. */
async function remember(page: Page): Promise<void> {
  await page.evaluate("window.isRemembered = true");
}

async function isRemembered(page: Page): Promise<boolean> {
  return page.evaluate<boolean>("window.isRemembered === true");
}
