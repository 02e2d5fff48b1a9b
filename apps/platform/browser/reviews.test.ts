import { describe, expect, test } from "vitest";
import { CONTOSO } from "../src/server/served-world.test-kit.ts";
import {
  type ConsoleWorld,
  expectAccessible,
  expectCalm,
  useConsoleWorld,
} from "./console-world.test-kit.ts";
import type { Look } from "./open-browser.test-kit.ts";
import { showAs } from "./show-as.test-kit.ts";

const here = useConsoleWorld();
const LIST = "/workspaces/north/environments";
const OWN = `${LIST}/contoso`;
const LOOKS = [
  ["light", 1280],
  ["dark", 360],
] as const;

async function newestReview({ served }: ConsoleWorld): Promise<string> {
  const [review] = await served.reviewsOf(CONTOSO);
  return `${OWN}/reviews/${review?.reviewId ?? ""}`;
}

describe("environments", () => {
  test.for(LOOKS)(
    "the list and one of them can be used by everybody, %s and %d pixels wide",
    async ([colorScheme, width], context) => {
      const window = await here(context).show(LIST, { colorScheme, width } satisfies Look);
      const { page } = window;
      await page.getByRole("link", { name: "Contoso" }).first().waitFor();
      expect(await page.locator("header").first().innerText()).toContain("Whole workspace");
      await expectCalm(window);
      await expectAccessible(window);
      await page.getByLabel("Name or id").fill("nobody is called that");
      await page.getByRole("heading", { name: "No environment fits" }).waitFor();
      await expectAccessible(window);
      await page.getByRole("link", { name: "Show all" }).click();
      await page.getByRole("link", { name: "Contoso" }).first().click();
      await page.getByRole("heading", { name: "How each area stands" }).waitFor();
      await page.getByRole("link", { name: "No. 2, June 2026" }).first().waitFor();
      expect(await page.locator("header").first().innerText()).toContain("Environment Contoso");
      await expectCalm(window);
      await expectAccessible(window);
    },
  );

  test("a snapshot says what was read, and its objects are narrowed by their state", async (context) => {
    const world = here(context);
    const id = await world.served.newestSnapshot(CONTOSO);
    const window = await world.show(`${OWN}/snapshots/${id}`);
    const { page } = window;
    await page.getByText("Objects and coverage were hashed again").waitFor();
    await page.getByText("What could not be read is not known to be gone.").waitFor();
    await page.getByText("Win - Encryption").waitFor();
    await page.getByLabel("State").selectOption("unreadable");
    await page.getByText("Win - Encryption").waitFor({ state: "detached" });
    await page.locator("tbody").getByText("Unreadable").first().waitFor();
    await expectCalm(window);
    await expectAccessible(window);
  });

  test("what is not there, and what a customer may not see, says so", async (context) => {
    const world = here(context);
    const missing = await world.show(`${LIST}/nowhere`);
    await missing.page.getByRole("heading", { name: "nothing here" }).waitFor();
    await expectAccessible(missing);
    const window = await showAs(world, "customer", OWN);
    await window.page.getByText("environments.view").waitFor();
    await expectCalm(window);
    await expectAccessible(window);
  });

  test("a viewer looks, and each action says which right is missing", async (context) => {
    const window = await showAs(here(context), "viewer", OWN);
    const compose = window.page.getByRole("button", { name: "Compose review" });
    await compose.waitFor();
    await expect.poll(() => compose.getAttribute("title")).toContain("reviews.compose");
    await compose.click({ force: true });
    expect(await window.page.getByRole("dialog").count()).toBe(0);
  });
});

describe("a review", () => {
  test.for(LOOKS)(
    "can be used by everybody, %s and %d pixels wide",
    async ([colorScheme, width], context) => {
      const world = here(context);
      const window = await world.show(await newestReview(world), { colorScheme, width });
      const { page } = window;
      await page.getByRole("heading", { name: /^Review no\. 2 of Contoso/ }).waitFor();
      for (const section of SECTIONS) {
        expect(await page.getByRole("heading", { level: 2, name: section }).count()).toBe(1);
      }
      expect(await page.locator("dt", { hasText: /^(?:\d|10)\. / }).count()).toBe(10);
      await expectCalm(window);
      await expectAccessible(window);
    },
  );

  test("is printed whole, without what only a screen can do", async (context) => {
    const world = here(context);
    const { page } = await world.show(await newestReview(world));
    await page.getByRole("heading", { name: "2. Verdict" }).waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
    expect(await page.getByRole("navigation").first().isVisible()).toBe(false);
    expect(
      await page.getByRole("heading", { name: "10. Evidence and integrity" }).isVisible(),
    ).toBe(true);
  });

  test("a decision about a finding is recorded with its reason, and stands in its history", async (context) => {
    const world = here(context);
    const window = await world.show(await newestReview(world));
    const { page } = window;
    await page.getByRole("button", { name: "Decide about" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("None: nobody has decided about it yet.").waitFor();
    await expectAccessible(window);
    await dialog.getByLabel("Customer-specific").check();
    await dialog.getByLabel("Reason").fill("Their scanner writes it so.");
    await dialog.getByLabel("Until").fill("2099-12-31");
    await dialog.getByRole("button", { name: "Record the decision" }).click();
    const history = dialog.getByRole("region", { name: "Decisions so far" });
    await history.getByText("Their scanner writes it so.").waitFor();
    expect(await history.innerText()).toContain("until 2099-12-31");
    await page.keyboard.press("Escape");
    await page.getByText("decided since").first().waitFor();
    await page.getByText("decisions were made or have expired").waitFor();
    await expectCalm(window);
    await expectAccessible(window);
  });

  test("a new one is composed on its page, followed while it happens, and opened", async (context) => {
    const world = here(context);
    const window = await world.show(await newestReview(world));
    const { page } = window;
    await page.getByRole("button", { name: "Compose review" }).click();
    await page.getByLabel("Month").fill("2026-07");
    await expectAccessible(window);
    await page.getByRole("button", { name: "Compose", exact: true }).click();
    const told = page.getByRole("region", { name: "What was started here" });
    await told.getByText("Queued").or(told.getByText("Waiting")).first().waitFor();
    const worker = await world.served.platform.settled.work({ concurrency: 1 });
    try {
      await told.getByRole("link", { name: "Open the review" }).click();
    } finally {
      await worker.stop();
    }
    await page.getByRole("heading", { name: /^Review no\. 3 of Contoso .*July 2026/ }).waitFor();
    await page.getByText("It replaces").getByRole("link", { name: "no. 2" }).waitFor();
    await page.getByRole("link", { name: "the run that composed it" }).click();
    await page.getByRole("heading", { name: "Why do you believe this?" }).waitFor();
    await page.getByRole("link", { name: /open/i }).click();
    await page.getByRole("heading", { name: /^Review no\. 3 of Contoso/ }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/console\//);
    await expectCalm(window);
  });

  test("one that was withdrawn says who took it back and why, and shows nothing of it", async (context) => {
    const world = here(context);
    const window = await world.show(await newestReview(world));
    const { page } = window;
    await page.getByRole("button", { name: "Withdraw" }).click();
    await page.getByLabel("Reason").fill("Composed too early.");
    await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
    await page.getByRole("heading", { name: "This review was withdrawn" }).waitFor();
    await page.getByText("Composed too early.").waitFor();
    await expectCalm(window);
    await expectAccessible(window);
  });
});

const SECTIONS = [
  "1. This review",
  "2. Verdict",
  "3. Coverage",
  "4. Since the last review",
  "5. Findings",
  "6. Conflicts and overlaps",
  "7. Accepted and customer-specific deviations",
  "8. Inventory",
  "9. Restores of this environment",
  "10. Evidence and integrity",
  "11. Next steps",
  "Ten questions",
];
