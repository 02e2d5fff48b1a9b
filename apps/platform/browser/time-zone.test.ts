import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible, expectCalm, useConsoleWorld } from "./console-world.test-kit.ts";
import { showAs } from "./show-as.test-kit.ts";

const here = useConsoleWorld();
const SETTINGS = "/workspaces/north/settings";

const display = (page: Page) => page.getByRole("main").getByRole("region", { name: "Display" });

/** The day and time of the audit's newest entry, as its title tells it first. */
async function newestMoment(page: Page): Promise<readonly [string, string]> {
  const title = await page.locator("tbody tr time").first().getAttribute("title");
  const [words = "", exact = ""] = (title ?? "").split("\n");
  return [words, exact];
}

test("times are shown in the zone of the workspace, which its owner chooses", async (context) => {
  const window = await here(context).show(SETTINGS);
  const { page } = window;
  await display(page).getByLabel("Workspace’s (none set: local)").check();
  const card = page.getByRole("region", { name: "This workspace" });
  const field = card.getByRole("combobox", { name: "Time zone" });
  const save = card.getByRole("button", { name: "Save" });
  await field.fill("Mars/Olympus");
  await card.getByText("This browser does not know it.", { exact: false }).waitFor();
  await save.click();
  await card.getByText("There is no time zone of this name.", { exact: true }).waitFor();
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  await expectAccessible(window);

  await field.fill("Asia/Tokyo");
  await card.getByText(/^Now .* GMT\+9$/).waitFor();
  await save.click();
  await display(page).getByLabel("Workspace’s (Asia/Tokyo)").waitFor();
  await expectAccessible(window);

  await page.getByRole("link", { name: "Audit" }).click();
  await page.getByRole("button", { name: "workspace.change" }).first().waitFor();
  const [words, exact] = await newestMoment(page);
  expect(words).toMatch(/ GMT\+9$/);
  expect(exact).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  await page.getByRole("button", { name: "Display settings" }).click();
  await page.getByLabel("UTC", { exact: true }).check();
  expect((await newestMoment(page))[0]).toMatch(/ UTC$/);
  await expectCalm(window);
});

test("who may not choose it sees it, and which right is missing", async (context) => {
  const window = await showAs(here(context), "viewer", SETTINGS, { width: 360 });
  const card = window.page.getByRole("region", { name: "This workspace" });
  const save = card.getByRole("button", { name: "Save" });
  expect(await save.getAttribute("aria-disabled")).toBe("true");
  expect(await save.getAttribute("title")).toContain("workspace.manage");
  expect(await card.getByRole("combobox").getAttribute("readonly")).not.toBeNull();
  await expectAccessible(window);
});
