import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Skippable, skipUnless } from "../../../test/skip-loudly.ts";
import { temporaryFolder } from "../src/provider/temporary-folder.test-kit.ts";
import { CATALOG, driftedPlace } from "../src/restore/drifted-place.test-kit.ts";
import {
  namesIn,
  openRestoreWorld,
  type RestorePlace,
  type RestoreWorld,
} from "../src/restore/restore-world.test-kit.ts";
import { type PlatformServer, servePlatform } from "../src/server/serve-platform.ts";
import { TOKEN } from "../src/server/served-world.test-kit.ts";
import { changeEnvironment, findEnvironment } from "../src/store/environment.ts";
import { expectAccessible, expectCalm, signIn } from "./console-world.test-kit.ts";
import type { Look, TestWindow } from "./open-browser.test-kit.ts";
import { browserForTests } from "./browser-for-tests.test-kit.ts";

let world: RestoreWorld;
let server: PlatformServer;
const usedBrowser = browserForTests(expectCalm);

beforeAll(async () => {
  world = await openRestoreWorld();
  server = await servePlatform({ platform: world.platform, token: TOKEN, port: 0 });
});

afterAll(async () => {
  await server.close();
  await world.close();
});

async function show(context: Skippable, path: string, look?: Look): Promise<TestWindow> {
  const browser = usedBrowser();
  skipUnless(context, browser !== null, "Chromium could not be had");
  if (browser === null) throw new Error("There is no browser.");
  const window = await browser.openWindow(look);
  await signIn(window.page, server.url);
  await window.page.goto(`${server.url}/console${path}`);
  return window;
}

const restoresOf = ({ workspaceId, environmentId }: RestorePlace) =>
  `/workspaces/${workspaceId}/environments/${environmentId}/restores`;

async function become(place: RestorePlace, state: "active" | "suspended"): Promise<void> {
  const { database } = world.platform;
  const name = (await findEnvironment(database, place))?.name ?? "";
  await database.transaction((tx) => changeEnvironment(tx, place, { name, state }));
}

async function confirm({ page }: TestWindow, name: string, button: RegExp): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/Type the name/).fill(name);
  await dialog.getByRole("button", { name: button }).click();
}

describe("restores", () => {
  test("a plan is looked at, confirmed by the exact name, watched item by item, and held against what is there", async (context) => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const name = place.environmentId ?? "";
    const window = await show(context, `${restoresOf(place)}/new`);
    const { page } = window;
    await page.getByRole("button", { name: "Show the plan" }).click();
    await page.getByText("Would be written (2)").waitFor();
    await page.getByText("Not touched: as wanted already (1)").waitFor();
    await page.getByText("It is not there").waitFor();
    await page.getByText("It is set differently").waitFor();
    await expectAccessible(window);
    await expectCalm(window);

    await page.getByRole("button", { name: "Write 2 items" }).click();
    const dialog = page.getByRole("dialog");
    const write = dialog.getByRole("button", { name: "Write 2 items" });
    const field = dialog.getByLabel(/Type the name/);
    for (const wrong of ["", name.toUpperCase(), `${name} `, name.slice(1)]) {
      await field.fill(wrong);
      expect([wrong, await write.isDisabled()]).toEqual([wrong, true]);
      await field.press("Enter");
      expect(await dialog.isVisible()).toBe(true);
    }
    await expectAccessible(window);
    const held = world.points.pauseAt("restore.after_items");
    await field.fill(name);
    await write.click();
    await page.waitForURL(/\/restores\/[0-9a-f-]{36}$/);
    await page.getByText("Read back", { exact: true }).nth(3).waitFor();
    await page.getByText("Running", { exact: true }).waitFor();
    await expectAccessible(window);
    held.resume();
    await page.getByText("2 of 2 written. Nothing else was changed.").waitFor();
    expect(await page.getByText("Written", { exact: true }).count()).toBe(2);
    expect(await page.getByRole("button", { name: "Resume" }).count()).toBe(0);
    expect(await namesIn(folder.root, CATALOG)).toEqual([
      "Win - Changed",
      "Win - Gone",
      "Win - Kept",
    ]);
    await expectCalm(window);
    await page.getByRole("link", { name: "Restores" }).click();
    await page.getByText("2 of 2 written").waitFor();
    await expectAccessible(window);
  });

  test("only some items are planned and written if only some are chosen", async (context) => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const window = await show(context, `${restoresOf(place)}/new`, { width: 360 });
    const { page } = window;
    await page.getByLabel("Only some items").check();
    expect(await page.getByRole("button", { name: "Show the plan" }).isDisabled()).toBe(true);
    await page.getByRole("searchbox").fill("gone");
    await page.getByLabel("Win - Gone").check();
    await page.getByText("1 of 3 chosen").waitFor();
    await expectAccessible(window);
    await page.getByRole("button", { name: "Show the plan" }).click();
    await page.getByText("Would be written (1)").waitFor();
    expect(await page.getByText("Win - Changed").count()).toBe(0);
    await expectAccessible(window);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
  });

  test("a restore of a suspended environment is blocked, and goes on once it is active again", async (context) => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const name = place.environmentId ?? "";
    const window = await show(context, `${restoresOf(place)}/new`, { colorScheme: "dark" });
    const { page } = window;
    await page.getByRole("button", { name: "Show the plan" }).click();
    await become(place, "suspended");
    await page.getByRole("button", { name: "Write 2 items" }).click();
    await confirm(window, name, /^Write/);
    await page.getByText("Blocked", { exact: true }).waitFor();
    await page.getByText("No plan was sealed, so nothing was written.").waitFor();
    await expectAccessible(window);
    await expectCalm(window);
    expect(await namesIn(folder.root, CATALOG)).toEqual(["Win - Changed", "Win - Kept"]);

    await become(place, "active");
    await page.getByRole("button", { name: "Try again" }).click();
    await confirm(window, name, /^Try again$/);
    await page.getByText("2 of 2 written. Nothing else was changed.").waitFor();
    expect(await namesIn(folder.root, CATALOG)).toContain("Win - Gone");
    await page.getByRole("link", { name: "Restores" }).click();
    await page.getByText("Asked for, without a plan").waitFor();
    await page.getByText("Blocked", { exact: true }).waitFor();
    await expectAccessible(window);
  });

  test("a restore that lacked a right names what was not written, and is resumed when it is granted", async (context) => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const name = place.environmentId ?? "";
    world.setFaults([{ fault: "denied", at: 2 }]);
    const window = await show(context, `${restoresOf(place)}/new`);
    const { page } = window;
    await page.getByRole("button", { name: "Show the plan" }).click();
    await page.getByRole("button", { name: "Write 2 items" }).click();
    await confirm(window, name, /^Write/);
    await page.getByText(/1 of 2 written, 1 not written because the right/).waitFor();
    await page.getByText("Not written", { exact: true }).waitFor();
    await page.getByText("Refused", { exact: true }).waitFor();
    await expectAccessible(window);
    world.setFaults([]);
    await page.getByRole("button", { name: "Resume" }).click();
    await confirm(window, name, /^Resume$/);
    await page.getByText("1 of 1 written. Nothing else was changed.").waitFor();
    await page.getByRole("link", { name: "an earlier restore" }).waitFor();
    await expectCalm(window);
  });

  test("an environment without restores says so", async (context) => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const window = await show(context, restoresOf(place), { colorScheme: "dark", width: 360 });
    await window.page.getByText("Nothing was restored yet").waitFor();
    await expectAccessible(window);
    await expectCalm(window);
  });
});
