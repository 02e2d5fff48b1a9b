import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Tests that look at files alone: seconds, no database. */
const TIDY = ["test/*.test.ts"];
/** Walks through the console in a real browser: minutes, so that all but the shortest are run by themselves. */
const BROWSER = ["apps/platform/browser/**/*.test.ts"];
const SHORT_WALK = "apps/platform/browser/runs.test.ts";

export default defineConfig({
  test: {
    pool: "forks",
    // Processes that tests start compile what they load once for all of them.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/node") },
    // Most of them wait for processes and clocks, so more than there are cores of a small machine.
    maxWorkers: 3,
    projects: [
      { extends: true, test: { name: "tidy", include: TIDY } },
      {
        extends: true,
        test: {
          name: "behaviour",
          include: [
            "packages/**/*.test.ts",
            "apps/platform/src/**/*.test.ts",
            "apps/platform/console/**/*.test.ts",
            "chaos/**/*.test.ts",
            SHORT_WALK,
          ],
          setupFiles: "test/error-leaks/setup.ts",
          globalSetup: ["test/postgres-server.ts", "test/built-console.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: BROWSER,
          globalSetup: ["test/postgres-server.ts", "test/built-console.ts"],
          maxWorkers: 1,
          testTimeout: 150_000,
          hookTimeout: 150_000,
        },
      },
    ],
  },
});
