import { asRunId, asWorkspaceId } from "settled";
import { describe, expect, test } from "vitest";
import {
  type ConsoleWorld,
  expectAccessible,
  expectCalm,
  useConsoleWorld,
} from "./console-world.test-kit.ts";
import { showAs } from "./show-as.test-kit.ts";

const here = useConsoleWorld();
const NORTH = asWorkspaceId("north");

async function waiting({ served }: ConsoleWorld): Promise<string> {
  const path = "/api/v1/workspaces/north/operations/environment.snapshot.capture/runs";
  const body = { environment_id: "fabrikam", input: {} };
  const answer = await served.send("POST", path, { body });
  const { id } = (await answer.json()) as { readonly id: string };
  return id;
}

/** A run that waits longer than it should, since no worker is there. */
async function overdue(world: ConsoleWorld): Promise<string> {
  const id = await waiting(world);
  await world.served.platform.database.executeSql(
    `update settled.operation_runs set created_at = created_at - interval '3 hours',
      queued_at = queued_at - interval '3 hours', version = version + 1 where id = $1`,
    [id],
  );
  return id;
}

describe("what can be done with a run", () => {
  test("a queue that nobody serves is shown calmly, with a look at the truth as the next step", async (context) => {
    const world = here(context);
    const id = await overdue(world);
    const window = await world.show(`/workspaces/north/runs/${id}`);
    const { page } = window;
    await page.getByText("That is longer than it should take.").waitFor();
    await page.getByRole("button", { name: "Check now" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("There is nothing to change.").waitFor();
    await expectCalm(window);
    await expectAccessible(window);
    await page.keyboard.press("Escape");
    await page.goto(`${world.server.url}/console/workspaces/north/workers`);
    await page.getByText("No worker is alive.").waitFor();
    await page.getByText("Nothing is lost meanwhile").waitFor();
    await page.getByText("stopped in order").first().waitFor();
    await expectCalm(window);
    await expectAccessible(window);

    await page.goto(`${world.server.url}/console/workspaces/north/runs/${id}`);
    await page.getByRole("button", { name: "Cancel" }).click();
    const cancel = dialog.getByRole("button", { name: "Cancel the run" });
    await cancel.dblclick();
    await page.locator("h1 + span", { hasText: "Cancelled" }).waitFor();
    expect(await page.getByText("cancelled it before it had started").count()).toBe(1);
    expect(await dialog.count()).toBe(0);
  });

  test("a run is started again once, however often it is asked for, and the new run is shown", async (context) => {
    const world = here(context);
    const { reader } = world.served.platform.settled;
    const id = await waiting(world);
    await world.served.send("POST", `/api/v1/workspaces/north/runs/${id}:cancel`, { body: {} });
    const window = await world.show(`/workspaces/north/runs/${id}`);
    const { page } = window;
    await page.getByRole("button", { name: "Run again" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Is it safe?").waitFor();
    await dialog.getByText("Looked at just now").waitFor();
    await dialog.getByLabel("Reason").fill("The queue is served again.");
    await expectAccessible(window);
    await dialog.getByRole("button", { name: "Start a new run" }).dblclick();
    await page.getByText("of this run").waitFor();
    const shown = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    expect(shown).not.toBe(id);
    expect((await reader.findRun(NORTH, asRunId(shown)))?.rerunOf).toBe(id);
    const { runs } = await reader.listRuns({
      workspaceId: NORTH,
      filter: {},
      after: null,
      limit: 50,
    });
    expect(runs.filter(({ rerunOf }) => rerunOf === id)).toHaveLength(1);
    await expectCalm(window);
  });

  test("a viewer reads which rights are missing, and sees nothing of what is technical", async (context) => {
    const world = here(context);
    const id = await overdue(world);
    const window = await showAs(world, "viewer", `/workspaces/north/runs/${id}`);
    const { page } = window;
    await page.getByText("runs.reconcile, runs.resolve, runs.cancel", { exact: false }).waitFor();
    const check = page.getByRole("button", { name: "Check now" });
    expect(await check.getAttribute("aria-disabled")).toBe("true");
    expect(await check.getAttribute("title")).toContain("runs.reconcile");
    await check.click({ force: true });
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await page.getByText("Technical detail").count()).toBe(0);
    expect(await page.getByText("Detail", { exact: true }).count()).toBe(0);
    await expectCalm(window);
    await expectAccessible(window);
    await page.goto(`${world.server.url}/console/workspaces/north/workers`);
    await page.getByText("workers.view").waitFor();
    await expectCalm(window);
  });
});

describe("going through a list", () => {
  test("leads from run to run and back to the list as it was", async (context) => {
    const world = here(context);
    const window = await world.show("/workspaces/north/runs?view=all");
    const { page } = window;
    const titles = page.locator("tbody tr").getByRole("link");
    await titles.nth(1).click();
    await page.getByText(/^2 of \d+$/).waitFor();
    await page.keyboard.press("j");
    await page.getByText(/^3 of \d+$/).waitFor();
    await page.getByRole("link", { name: "Run before this one in the list" }).click();
    await page.getByText(/^2 of \d+$/).waitFor();
    await expectAccessible(window);
    await page.keyboard.press("Escape");
    await page.locator("tbody tr").first().waitFor();
    expect(new URL(page.url()).search).toBe("?view=all");
  });
});

describe("the catalog", () => {
  test.for([
    ["light", 1280],
    ["dark", 360],
  ] as const)(
    "tells of every operation, %s and %d pixels wide",
    async ([colorScheme, width], context) => {
      const world = here(context);
      const look = { colorScheme, width };
      const window = await world.show("/workspaces/north/operations", look);
      const { page } = window;
      await page.getByRole("heading", { name: "Restore" }).waitFor();
      await page.getByText("Nobody had to decide").first().waitFor();
      await expectCalm(window);
      await expectAccessible(window);
      const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(overflow).toBeLessThanOrEqual(0);
      await page.getByRole("link", { name: "Its runs" }).first().click();
      await page.locator("tbody tr").first().waitFor();
      await page.goto(`${world.server.url}/console/workspaces/north/workers`);
      await page.getByRole("heading", { name: "Workers" }).waitFor();
      await expectAccessible(window);
    },
  );
});
