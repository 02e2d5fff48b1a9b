import type { TestContext } from "vitest";

/** Skips a test that this machine cannot run, and says so; where CI is set, a test that cannot run has failed. */
export function skipUnless(context: TestContext, holds: boolean, sentence: string): void {
  if (holds) return;
  if (process.env["CI"] === "true") throw new Error(`This test could not run: ${sentence}`);
  process.stderr.write(`skipped: ${context.task.name}: ${sentence}\n`);
  context.skip(sentence);
}
