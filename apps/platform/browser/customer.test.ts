import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { Skippable } from "../../../test/skip-loudly.ts";
import { CONTOSO, pathOf, type ServedWorld } from "../src/server/served-world.test-kit.ts";
import {
  type ConsoleWorld,
  expectAccessible,
  expectCalm,
  useConsoleWorld,
} from "./console-world.test-kit.ts";
import type { Look, TestWindow } from "./open-browser.test-kit.ts";

const API = `/api/v1${pathOf(CONTOSO)}`;
const PASSWORD = "a password of some length";
const EMAIL = "carla@customer.example";
/** What is told inside, and never to a customer. */
const INTERNAL =
  /\b(?:runs?\b(?! of)|composed by|rendered by|worker|adapter|Maria|Operations|findings decided|Fabrikam|Owner)\b/;

const world = useConsoleWorld();
let isReady = false;

async function here(context: Skippable): Promise<ConsoleWorld> {
  const opened = world(context);
  if (!isReady) await publish(opened.served);
  isReady = true;
  return opened;
}

/** The newest review and its customer pack, given to the customer. */
async function publish(served: ServedWorld): Promise<void> {
  const [review] = await served.reviewsOf(CONTOSO);
  const id = review?.reviewId ?? "";
  const body = { environment_id: CONTOSO.environmentId };
  const input = { review_id: id, profiles: ["customer"] };
  const started = await served.send(
    "POST",
    "/api/v1/workspaces/north/operations/review.pack.render/runs",
    { body: { ...body, input } },
  );
  await served.settle(started);
  const { packs } = (await (await served.get(`${API}/packs`)).json()) as {
    packs: { id: string }[];
  };
  for (const path of [`reviews/${id}`, `packs/${packs[0]?.id}`]) {
    const answer = await served.send("POST", `${API}/${path}:publish`, { body: {} });
    expect(answer.status).toBe(200);
  }
}

/** A window of somebody who was just invited as a customer of one environment, and accepted. */
async function accepted({ served, server, browser }: ConsoleWorld): Promise<TestWindow> {
  const answer = await served.send("POST", "/api/v1/workspaces/north/members", {
    body: { email: EMAIL, role: "customer", environment_ids: ["contoso"] },
  });
  const { invitation } = (await answer.json()) as { invitation: { url: string } };
  const window = await browser.openWindow();
  const { page } = window;
  const link = new URL(invitation.url, server.url);
  await page.goto(`${server.url}${link.pathname}${link.search}`);
  await page.locator("input[name=name]").fill("Carla");
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.locator("form button").first().click();
  return window;
}

async function signedIn({ server, browser }: ConsoleWorld, look: Look): Promise<TestWindow> {
  const window = await browser.openWindow(look);
  await window.page.goto(`${server.url}/sign-in`);
  await window.page.locator("input[name=email]").fill(EMAIL);
  await window.page.locator("input[name=password]").fill(PASSWORD);
  await window.page.locator("form:has(input[name=email]) button").first().click();
  return window;
}

describe("the customer", () => {
  test("lands on what was published for them, and finds nothing internal there", async (context) => {
    const opened = await here(context);
    const window = await accepted(opened);
    const { page } = window;
    await page.waitForURL(/\/console\/workspaces\/north\/environments\/contoso\/published$/);
    await page.getByRole("heading", { name: "Decisions we ask of you" }).waitFor();
    await page.getByRole("heading", { name: "What changed since the last review" }).waitFor();
    const navigation = page.getByRole("navigation").getByRole("link");
    expect(await navigation.allInnerTexts()).toEqual(["Your reviews"]);
    expect(await page.locator("body").innerText()).not.toMatch(INTERNAL);
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog");
    await palette.getByRole("option", { name: "Your reviews" }).waitFor();
    expect(await palette.innerText()).not.toMatch(INTERNAL);
    expect(await palette.getByRole("combobox").getAttribute("placeholder")).not.toMatch(/run/);
    await page.keyboard.press("Escape");
    await expectCalm(window);
    await page.getByRole("link", { name: "Read the whole review" }).click();
    await page.getByRole("heading", { name: "Method and proof" }).waitFor();
    expect(await page.locator("body").innerText()).not.toMatch(INTERNAL);
    await expectCalm(window);
  });

  test("downloads a pack whose hash is the one on the page", async (context) => {
    const opened = await here(context);
    const window = await signedIn(opened, {});
    const { page } = window;
    await page.getByRole("link", { name: /^Pack of review/ }).click();
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download: customer-summary.html" }).click();
    const bytes = await readFile(await (await downloading).path());
    const hash = createHash("sha256").update(bytes).digest("hex");
    expect(await page.locator(`code[title="${hash}"]`).count()).toBe(1);
    await page.getByText("Its SHA-256 is the one listed here").waitFor();
    expect(await page.locator("body").innerText()).not.toMatch(INTERNAL);
    await expectCalm(window);
  });

  test("is told which right is missing on a page of operators, and nothing of other environments", async (context) => {
    const opened = await here(context);
    const window = await signedIn(opened, {});
    const { page } = window;
    await page.waitForURL(/\/published$/);
    const console = `${opened.server.url}/console`;
    await page.goto(`${console}${pathOf(CONTOSO)}/packs`);
    await page.getByText("environments.view").waitFor();
    await page.goto(`${console}/workspaces/north/runs?view=all`);
    await page.getByText("runs.view").waitFor();
    await page.goto(`${console}/workspaces/north/environments/fabrikam/published`);
    await page.getByText("There is nothing here").waitFor();
    await page.goto(`${console}/workspaces/north`);
    await page.waitForURL(/\/environments\/contoso\/published$/);
    await expectCalm(window);
  });

  test.for([
    ["light", 1280],
    ["dark", 1280],
    ["light", 360],
    ["dark", 360],
  ] as const)(
    "can read every page, %s and %d pixels wide",
    async ([colorScheme, width], context) => {
      const opened = await here(context);
      const window = await signedIn(opened, { colorScheme, width });
      const { page } = window;
      await page.getByRole("heading", { name: "Decisions we ask of you" }).waitFor();
      await expectAccessible(window);
      await page.getByRole("link", { name: "Read the whole review" }).click();
      await page.getByRole("heading", { name: "Method and proof" }).waitFor();
      await expectAccessible(window);
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
      expect(await wide()).toBeLessThanOrEqual(width);
      await page.getByRole("link", { name: "All documents" }).click();
      await page.getByRole("link", { name: /^Pack of review/ }).click();
      await page.getByRole("button", { name: /zip$/ }).first().waitFor();
      await expectAccessible(window);
      expect(await wide()).toBeLessThanOrEqual(width);
    },
  );

  test("sees a review no more once it was taken back", async (context) => {
    const opened = await here(context);
    const [review] = await opened.served.reviewsOf(CONTOSO);
    const path = `${API}/reviews/${review?.reviewId}:withdraw`;
    expect((await opened.served.send("POST", path, { body: { reason: "wrong" } })).status).toBe(
      200,
    );
    const window = await signedIn(opened, {});
    await window.page.getByText("Nothing is published yet").waitFor();
    await expectAccessible(window);
    await expectCalm(window);
  });
});
