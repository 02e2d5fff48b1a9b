import { defineConfig } from "vitest/config";

/** Tests that look at files alone: seconds, no database. */
const TIDY = ["test/*.test.ts"];

export default defineConfig({
  test: {
    pool: "forks",
    // Most of them wait for processes and clocks, so more than there are cores of a small machine.
    maxWorkers: 3,
    projects: [
      { extends: true, test: { name: "tidy", include: TIDY } },
      {
        extends: true,
        test: {
          name: "behaviour",
          include: ["packages/**/*.test.ts", "apps/**/*.test.ts", "chaos/**/*.test.ts"],
          globalSetup: "test/postgres-server.ts",
          setupFiles: "test/error-leaks/setup.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
