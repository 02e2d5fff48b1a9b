import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { type Skippable, skipUnless } from "../../../test/skip-loudly.ts";
import { type PlatformServer, servePlatform } from "../src/server/serve-platform.ts";
import { openServedWorld, type ServedWorld, TOKEN } from "../src/server/served-world.test-kit.ts";
import type { Look, TestBrowser, TestWindow } from "./open-browser.test-kit.ts";
import { browserForTests } from "./browser-for-tests.test-kit.ts";

/** A real server over a database with reviews and runs, and a browser that is signed in as its owner. */
export interface ConsoleWorld {
  readonly served: ServedWorld;
  readonly server: PlatformServer;
  readonly browser: TestBrowser;
  /** A window that shows this path of the console. */
  show(path: string, look?: Look): Promise<TestWindow>;
  /** A server that is closed with the world. */
  keep(server: PlatformServer): void;
  close(): Promise<void>;
}

/**
 * One world for the tests of a file, which a test asks for; it is skipped, loudly, where there is no browser. Every
 * window must be calm at the end of its test, unless the world is filled with texts that read as programs speak.
 */
export function useConsoleWorld({ speaksOfPrograms = false } = {}): (
  context: Skippable,
) => ConsoleWorld {
  const browser = browserForTests(speaksOfPrograms ? expectNoComplaint : expectCalm);
  let world: ConsoleWorld | null = null;
  beforeAll(async () => {
    const found = browser();
    world = found === null ? null : await openConsoleWorld(found);
  });
  afterAll(async () => {
    await world?.close();
  });
  return (context) => {
    skipUnless(context, world !== null, "Chromium could not be had");
    if (world === null) throw new Error("There is no browser.");
    return world;
  };
}

async function openConsoleWorld(browser: TestBrowser): Promise<ConsoleWorld> {
  const served = await openServedWorld();
  const server = await servePlatform({ platform: served.platform, token: TOKEN, port: 0 });
  const kept: PlatformServer[] = [server];
  return {
    served,
    server,
    browser,
    keep: (another) => void kept.push(another),
    async show(path, look) {
      const window = await browser.openWindow(look);
      await signIn(window.page, server.url);
      await window.page.goto(`${server.url}/console${path}`);
      return window;
    },
    async close() {
      for (const one of kept) await one.close();
      await served.close();
    },
  };
}

export async function signIn(page: Page, url: string): Promise<void> {
  // The form of the owner's token lies behind a fold, which this need not open: the window keeps the cookie.
  const answer = await page.request.post(`${url}/sign-in`, {
    form: { token: TOKEN },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
}

/** What a program says that an operator never reads. */
const OF_PROGRAMS =
  /\b(?:select|insert into|update|delete from)\b[^.]{0,80}\b(?:from|where|set|values)\b|_(?:pkey|fkey|key|idx)\b|duplicate key value|violates|\bat [\w./]+:\d+:\d+|SQLSTATE/i;

/** What must hold of every page in every state: nothing internal, nothing that a script or policy complains of. */
export async function expectCalm(window: TestWindow): Promise<void> {
  await expectNoComplaint(window);
  for (const page of window.context.pages()) {
    expect(await page.locator("body").innerText()).not.toMatch(OF_PROGRAMS);
  }
}

async function expectNoComplaint({ complaints }: TestWindow): Promise<void> {
  expect(complaints).toEqual([]);
}

/** No finding of axe: WCAG 2.2 AA and best practices. */
export async function expectAccessible(window: TestWindow): Promise<void> {
  expect(await barriersIn(window)).toEqual([]);
}

/** What axe finds, one line a rule. */
export async function barriersIn({ page }: TestWindow): Promise<readonly string[]> {
  // No page here holds another one: axe need not open a window of its own to put findings together.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
