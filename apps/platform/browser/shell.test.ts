import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { makeOwnerLink } from "../src/access/owner-link.ts";
import { TOKEN } from "../src/server/served-world.test-kit.ts";
import { expectAccessible, expectCalm, useConsoleWorld } from "./console-world.test-kit.ts";

const here = useConsoleWorld();
const PASSWORD = "correct horse battery";
const EMAIL = "ada@people.example";

async function openUserMenu(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Signed in as/ }).click();
}

/** Until the page that was asked for has said its name. */
async function expectPage(page: Page, name: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
}

describe("signing in and out", () => {
  test("the owner's link sets a password and leads into the console; by it one comes back to the page that was wanted", async (context) => {
    const { server, browser, served } = here(context);
    const { secret } = await makeOwnerLink(served.platform.database);
    const window = await browser.openWindow();
    const { page } = window;
    await page.goto(`${server.url}/welcome?token=${secret}`);
    await page.locator("input[name=name]").fill("Ada");
    await page.locator("input[name=email]").fill(EMAIL);
    await page.locator("input[name=password]").fill(PASSWORD);
    await page.locator("form:has(input[name=password]) button").click();
    await expectPage(page, "Workspaces");
    await page.goto(`${server.url}/console/workspaces/north/settings`);
    await page.getByRole("main").getByText(EMAIL).waitFor();
    await expectCalm(window);

    await openUserMenu(page);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(/\/sign-in/);
    await page.goto(`${server.url}/console/workspaces/north/audit?action=run.start`);
    await page.waitForURL(/\/sign-in\?return_to=/);
    await page.locator("input[name=email]").fill(EMAIL);
    await page.locator("input[name=password]").fill(PASSWORD);
    await page.locator("form:has(input[name=password]) button").first().click();
    await expectPage(page, "Audit");
    expect(new URL(page.url()).search).toBe("?action=run.start");
  });

  test("the address of a page that is in the console now leads there through the sign-in", async (context) => {
    const { server, browser } = here(context);
    const { page } = await browser.openWindow();
    await page.goto(`${server.url}/workspaces/north`);
    await page.waitForURL(/\/sign-in\?return_to=/);
    await page.getByText("Use the owner token").click();
    await page.locator("input[name=token]").fill(TOKEN);
    await page.locator("form:has(input[name=token]) button").click();
    await expectPage(page, "Environments");
    expect(new URL(page.url()).pathname).toBe("/console/workspaces/north/environments");
  });

  test("a session that was ended elsewhere is told, with the way back to this page", async (context) => {
    const window = await here(context).show("/workspaces/north/settings");
    const { page } = window;
    await expectPage(page, "Settings");
    await window.context.clearCookies();
    await page.getByRole("link", { name: "Audit" }).click();
    await page.getByRole("heading", { name: "You are not signed in" }).waitFor();
    await page.getByRole("banner").getByText("Your session has ended.").waitFor();
    const way = page.getByRole("link", { name: "Sign in" }).first();
    expect(await way.getAttribute("href")).toBe(
      `/sign-in?return_to=${encodeURIComponent("/console/workspaces/north/audit")}`,
    );
    await expectAccessible(window);
  });

  test("other sessions are listed, and ended without this one", async (context) => {
    const world = here(context);
    const other = await world.show("/workspaces/north/settings");
    await expectPage(other.page, "Settings");
    const { page } = await world.show("/workspaces/north/settings");
    await page.getByRole("button", { name: /^End the/ }).click();
    await page.getByRole("button", { name: /^End the/ }).waitFor({ state: "hidden" });
    expect(await page.getByText("This browser", { exact: true }).count()).toBe(1);
    await other.page.reload();
    await other.page.waitForURL(/\/sign-in/);
  });
});

describe("the first page", () => {
  test("says what each workspace holds and who one is there, or how the first one is made", async (context) => {
    const window = await here(context).show("/");
    const { page } = window;
    await expectPage(page, "Workspaces");
    const north = page.getByRole("main").getByRole("link", { name: /north/ });
    await expect.poll(() => north.innerText()).toMatch(/2 environments\s+Owner$/);
    await expectAccessible(window);
    await page.route("**/api/v1/workspaces", (route) =>
      route.fulfill({ json: { workspaces: [] } }),
    );
    await page.reload();
    await page.getByRole("heading", { name: "You are in no workspace" }).waitFor();
    await page.getByText("npx platform import").waitFor();
    await expectAccessible(window);
  });
});

describe("the frame of every page", () => {
  test("leads to another workspace, says which page it is, and gives its heading the focus", async (context) => {
    const { page } = await here(context).show("/workspaces/north/settings");
    await expectPage(page, "Settings");
    await page.getByRole("button", { name: /^Workspace .* go to another one$/ }).click();
    await page.getByRole("link", { name: /south/ }).click();
    await page.waitForURL(/\/workspaces\/south\/runs/);
    await expectPage(page, "Operations");
    await page.getByRole("link", { name: "Audit" }).click();
    await expectPage(page, "Audit");
    await page.waitForFunction(() => document.activeElement?.textContent === "Audit");
    expect(await page.title()).toMatch(/^Audit · Workspace south .* · Settled platform$/);
    const current = page.locator("nav [aria-current=page]").filter({ visible: true });
    expect(await current.allInnerTexts()).toEqual(["Audit"]);
  });

  test("says that the line is down, and reads anew when it is back", async (context) => {
    const window = await here(context).show("/workspaces/north/audit");
    const { page } = window;
    await page.locator("tbody tr").first().waitFor();
    await window.context.setOffline(true);
    const banner = page.locator("header").getByText(/^You are offline/);
    await banner.waitFor();
    await page.getByRole("link", { name: "Webhooks" }).click();
    await page.getByRole("heading", { name: "The server cannot be reached" }).waitFor();
    await window.context.setOffline(false);
    await banner.waitFor({ state: "hidden" });
    await page.getByRole("heading", { name: "Nobody is told yet" }).waitFor();
  });

  test("asks ever more seldom for what cannot be had while the rest of the server answers", async (context) => {
    const { page } = await here(context).show("/workspaces/north/workers");
    const askedAtMs: number[] = [];
    await page.route(/\/api\/v1\/workspaces\/north\/audit/, (route) => {
      askedAtMs.push(performance.now());
      return route.abort("connectionrefused");
    });
    await page.getByRole("link", { name: "Audit" }).first().click();
    await page.getByRole("heading", { name: "The server cannot be reached" }).waitFor();
    // Each time it asks three times: after 2, 4 and 8 seconds, where it was every 2 seconds before.
    await expect.poll(() => askedAtMs.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(12);
    expect((askedAtMs[9] ?? 0) - (askedAtMs[0] ?? 0)).toBeGreaterThan(14_000);
    await page.unrouteAll();
    await page.getByRole("button", { name: "Try now" }).click();
    await page.locator("tbody tr").first().waitFor();
  });

  test("says of what cannot be read that it cannot be read, and not that nobody knows what was done", async (context) => {
    const { page } = await here(context).show("/workspaces/north/settings");
    await page.route("**/me/sessions", (route) => route.abort("connectionrefused"));
    await page.reload();
    const told = page.getByRole("main").getByRole("alert");
    const words = "The server cannot be reached";
    await told.filter({ hasText: words }).getByText("It is tried again by itself.").waitFor();
  });

  test("folds its pages into a menu where it is narrow", async (context) => {
    const window = await here(context).show("/workspaces/north/settings", {
      width: 360,
      colorScheme: "dark",
    });
    const { page } = window;
    await expectPage(page, "Settings");
    await page.getByRole("button", { name: "Pages" }).click();
    await expectAccessible(window);
    await page.getByRole("dialog").getByRole("link", { name: "Audit" }).click();
    await expectPage(page, "Audit");
    expect(await page.getByRole("dialog").count()).toBe(0);
    const isWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(isWide).toBe(false);
    await page.locator("tbody tr").first().waitFor();
    await expectAccessible(window);
    await expectCalm(window);
  });

  test("keeps how a person likes their screen, and tells what keys do", async (context) => {
    const window = await here(context).show("/workspaces/north/settings");
    const { page } = window;
    await expectPage(page, "Settings");
    await expectAccessible(window);
    await page.getByRole("main").getByLabel("Dark").check();
    await page.getByRole("main").getByLabel("Dense").check();
    await page.reload();
    await expectPage(page, "Settings");
    const { theme, density } = await page.evaluate(() => {
      const said = document.documentElement.dataset;
      return { theme: said["theme"], density: said["density"] };
    });
    expect([theme, density]).toEqual(["dark", "dense"]);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).getByText("Ctrl K").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Keys" }).waitFor({ state: "hidden" });
  });
});

describe("the audit log", () => {
  test("is narrowed by its address and given as a file", async (context) => {
    const window = await here(context).show("/workspaces/north/audit");
    const { page } = window;
    await page.locator("tbody tr").first().waitFor();
    await expectAccessible(window);
    await page.getByLabel("Action").fill("run.cancel");
    await page.getByRole("button", { name: "Filter" }).click();
    await page.getByRole("heading", { name: "Nothing fits" }).waitFor();
    expect(new URL(page.url()).search).toBe("?action=run.cancel");
    await page.getByRole("button", { name: "Show everything" }).first().click();
    await page.getByRole("button", { name: "run.start" }).first().click();
    await page.waitForURL(/action=run\.start/);
    await page.locator("tbody tr").first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "NDJSON" }).click(),
    ]);
    const chunks = await Array.fromAsync(await download.createReadStream());
    const lines = Buffer.concat(chunks as Buffer[])
      .toString()
      .trim()
      .split("\n");
    const actions = lines.map((line) => (JSON.parse(line) as { action: string }).action);
    expect(new Set(actions)).toEqual(new Set(["run.start"]));
    await page.locator("tbody tr").first().getByRole("link").first().click();
    await page.getByRole("heading", { name: "What happened" }).waitFor();
    await expectCalm(window);
  });
});
