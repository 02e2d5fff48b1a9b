import { afterAll, afterEach, beforeAll } from "vitest";
import { openBrowser, type TestBrowser, type TestWindow } from "./open-browser.test-kit.ts";

/**
 * One browser for the tests of a file; null where this machine has none. Whatever must hold of a window is held at the
 * end of each test of every window that it opened, which is then closed.
 */
export function browserForTests(
  hold: (window: TestWindow) => Promise<void>,
): () => TestBrowser | null {
  let browser: TestBrowser | null = null;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterEach(async () => {
    for (const window of browser?.takeWindows() ?? []) {
      try {
        await hold(window);
      } finally {
        await window.context.close();
      }
    }
  });
  afterAll(async () => {
    await browser?.close();
  });
  return () => browser;
}
