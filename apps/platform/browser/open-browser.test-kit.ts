import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { findProgram } from "../../../test/find-program.ts";

/** A Chromium with an empty profile that asks nobody but the server of the test. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Look {
  readonly colorScheme?: "light" | "dark";
  readonly width?: number;
}

export interface TestBrowser {
  /** A window of its own, without cookies. What it complains of is kept in `complaints`. */
  openWindow(look?: Look): Promise<TestWindow>;
  /** The windows that were opened since this was last asked. */
  takeWindows(): readonly TestWindow[];
  close(): Promise<void>;
}

export interface TestWindow {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts and of the content security policy, of all its pages; a test that is well has none. */
  readonly complaints: readonly string[];
}

/** Null where this machine has no Chromium and cannot get one. */
export async function openBrowser(): Promise<TestBrowser | null> {
  if (!(await findProgram("chromium", "chromium", "--version"))) return null;
  const folder = await mkdtemp(join(tmpdir(), "settled-browser-"));
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: QUIET,
    env: { ...process.env, HOME: folder },
  });
  const opened: TestWindow[] = [];
  return {
    async openWindow({ colorScheme = "light", width = 1280 } = {}) {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 800 },
        reducedMotion: "reduce",
      });
      context.setDefaultTimeout(20_000);
      const complaints: string[] = [];
      context.on("weberror", (fault) => complaints.push(fault.error().message));
      context.on("console", (line) => {
        if (line.type() === "error" && !/Failed to load resource/.test(line.text())) {
          complaints.push(line.text());
        }
      });
      const page = await context.newPage();
      const window = { page, context, complaints };
      opened.push(window);
      return window;
    },
    takeWindows: () => opened.splice(0),
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
