import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { CONTOSO, pathOf } from "../src/server/served-world.test-kit.ts";
import {
  type ConsoleWorld,
  expectAccessible,
  expectCalm,
  useConsoleWorld,
} from "./console-world.test-kit.ts";

const here = useConsoleWorld();
const PACKS = `${pathOf(CONTOSO)}/packs`;
const CUSTOMER = "Customer pack";

interface PackAnswer {
  readonly id: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

async function customerPack({ served }: ConsoleWorld): Promise<PackAnswer> {
  const list = await served.get(`/api/v1${PACKS}`);
  const { packs } = (await list.json()) as { packs: { id: string; profile: string }[] };
  const pack = packs.find(({ profile }) => profile === "customer");
  return (await (await served.get(`/api/v1${PACKS}/${pack?.id}`)).json()) as PackAnswer;
}

const cardOf = (page: Page, title: RegExp) =>
  page.locator("section", { has: page.getByRole("heading", { name: title, level: 2 }) });

describe("packs", () => {
  test("a pack is rendered while one looks on, and downloaded as the bytes that page and header promise", async (context) => {
    const world = here(context);
    const window = await world.show(PACKS);
    const { page } = window;
    const card = cardOf(page, /what is ready/);
    const row = card.getByRole("listitem").filter({ hasText: CUSTOMER });
    await row.getByText("Not rendered yet").waitFor();
    await expectCalm(window);
    await expectAccessible(window);
    await row.getByRole("button", { name: `Render: ${CUSTOMER}` }).click();
    await card.getByText("Waiting").first().waitFor();
    expect(await row.getByRole("button").isDisabled()).toBe(true);
    const worker = await world.served.platform.settled.work({ concurrency: 1 });
    try {
      await row.getByText("Ready", { exact: true }).waitFor({ timeout: 30_000 });
    } finally {
      await worker.stop();
    }
    await card.getByText("The packs are ready").or(card.getByText("Succeeded")).first().waitFor();
    await row.getByRole("link", { name: CUSTOMER }).click();
    await page.getByRole("heading", { name: `${CUSTOMER} of`, level: 1 }).waitFor();
    const { files } = await customerPack(world);
    const zip = files.find(({ path }) => path.endsWith(".zip"));
    const downloading = page.waitForEvent("download");
    const answering = page.waitForResponse((answer) => answer.url().endsWith("/files/zip"));
    await page.getByRole("button", { name: "Download everything as one zip" }).click();
    const bytes = await readFile(await (await downloading).path());
    const hash = createHash("sha256").update(bytes);
    const digest = (await answering).headers()["repr-digest"];
    expect(digest).toBe(`sha-256=:${hash.copy().digest("base64")}:`);
    const hex = hash.digest("hex");
    expect(hex).toBe(zip?.sha256);
    expect(await page.locator(`code[title="${hex}"]`).count()).toBe(1);
    await page.getByText("Its SHA-256 is the one listed here").waitFor();
    await expectCalm(window);
  });

  test("a file that is not what is listed is not saved", async (context) => {
    const world = here(context);
    const { id } = await customerPack(world);
    const window = await world.show(`${PACKS}/${id}`);
    const { page } = window;
    await page.route("**/files/manifest.json", (route) =>
      route.fulfill({ status: 200, body: "something else" }),
    );
    let isSaved = false;
    page.on("download", () => (isSaved = true));
    await page.getByRole("button", { name: "Download: manifest.json" }).click();
    await page.getByText("This is not the file that is listed here").waitFor();
    expect(isSaved).toBe(false);
    await expectAccessible(window);
  });

  test.for([
    ["dark", 1280],
    ["light", 360],
    ["dark", 360],
  ] as const)(
    "every page of packs can be used by everybody, %s and %d pixels wide",
    async ([colorScheme, width], context) => {
      const world = here(context);
      const { id } = await customerPack(world);
      const window = await world.show(PACKS, { colorScheme, width });
      const { page } = window;
      await cardOf(page, /Everything rendered/)
        .getByRole("link")
        .first()
        .waitFor();
      await cardOf(page, /Renderings/)
        .getByRole("link")
        .first()
        .waitFor();
      await expectAccessible(window);
      await cardOf(page, /Renderings/)
        .getByRole("link")
        .first()
        .click();
      await page.getByRole("heading", { name: /^Packs of review no\. / }).waitFor();
      await page.getByRole("link", { name: CUSTOMER }).waitFor();
      await page.getByText("Ready", { exact: true }).waitFor();
      await expectAccessible(window);
      await page.goto(page.url().replace(/pack-sets.*/, `packs/${id}`));
      await page.getByRole("button", { name: "Publish" }).click();
      await page.getByRole("dialog").waitFor();
      await expectAccessible(window);
      await expectCalm(window);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
    },
  );

  test("a pack is published, taken back from the customer, and revoked with a reason; then it is gone and says so", async (context) => {
    const world = here(context);
    const { id } = await customerPack(world);
    const window = await world.show(`${PACKS}/${id}`);
    const stale = await world.show(`${PACKS}/${id}`);
    const { page } = window;
    const dialog = page.getByRole("dialog");
    await page.getByRole("button", { name: "Publish" }).click();
    await dialog.getByRole("button", { name: "Publish" }).click();
    await page.getByText("Published", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Unpublish" }).click();
    const unpublish = dialog.getByRole("button", { name: "Unpublish" });
    expect(await unpublish.isDisabled()).toBe(true);
    await dialog.getByRole("textbox").fill("too early");
    await unpublish.click();
    await page.getByText("not published").waitFor();
    await page.getByRole("button", { name: "Revoke" }).click();
    await dialog.getByRole("textbox").fill("a wrong name inside");
    await dialog.getByRole("button", { name: "Revoke" }).click();
    await page.getByText("It was taken back").waitFor();
    await page.getByText("a wrong name inside").waitFor();
    expect(await page.getByRole("button", { name: /^Download/ }).count()).toBe(0);
    await expectAccessible(window);
    await expectCalm(window);

    const answering = stale.page.waitForResponse((answer) => answer.url().includes("/files/"));
    await stale.page.getByRole("button", { name: "Download: manifest.json" }).click();
    expect((await answering).status()).toBe(410);
    await stale.page.getByText("a wrong name inside").first().waitFor();
    await stale.page.getByText("It was taken back").waitFor();
    await expectCalm(stale);
    await page.goto(page.url().replace(/packs\/.*/, "packs"));
    await cardOf(page, /what is ready/)
      .getByText("Taken back")
      .waitFor();
  });

  test("an environment without a review, and a pack that is not there, say so", async (context) => {
    const world = here(context);
    const window = await world.show(PACKS.replace("contoso", "fabrikam"));
    await window.page.getByText("No review yet").waitFor();
    await expectAccessible(window);
    const none = await world.show(`${PACKS}/01900000-0000-7000-8000-000000000000`);
    await none.page.getByText("There is nothing here").waitFor();
    await expectCalm(none);
  });
});
