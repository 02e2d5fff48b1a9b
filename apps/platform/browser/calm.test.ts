import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Skippable, skipUnless } from "../../../test/skip-loudly.ts";
import { expectCalm } from "./console-world.test-kit.ts";
import { openBrowser, type TestBrowser, type TestWindow } from "./open-browser.test-kit.ts";

/** Not the one that holds every test to be calm: what is planted here must be found, and only here. */
let browser: TestBrowser | null = null;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

const POLICY = `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">`;
const PLANTED = {
  "a statement": "<p>select id from settled.operation_runs where id = $1</p>",
  "the name of a constraint": "<p>operation_runs_pkey</p>",
  "what a database says": "<p>duplicate key value</p>",
  "a line of a stack": "<p>at run.ts:12:3</p>",
  "an error of a script": "<p>All is well.</p><script>throw new Error('broken')</script>",
  "a refusal of the policy": `${POLICY}<p>All is well.</p><script>document.title = "x"</script>`,
};

async function windowWith(context: Skippable, html: string): Promise<TestWindow> {
  skipUnless(context, browser !== null, "Chromium could not be had");
  if (browser === null) throw new Error("There is no browser.");
  const window = await browser.openWindow();
  // Also what stands beside the first page is looked at.
  const beside = await window.context.newPage();
  await beside.setContent(html);
  return window;
}

describe("a window is calm", () => {
  test("where its pages tell of what belongs to operators", async (context) => {
    await expectCalm(await windowWith(context, "<p>3 runs selected. All is well.</p>"));
  });

  test.for(Object.entries(PLANTED))("not with %s", async ([, html], context) => {
    await expect(expectCalm(await windowWith(context, html))).rejects.toThrow(
      /to (?:deeply equal|match)/,
    );
  });
});
