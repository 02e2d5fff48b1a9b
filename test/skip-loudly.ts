/** What a skip needs of vitest's test context. */
export interface Skippable {
  readonly task: { readonly name: string };
  skip(note?: string): void;
}

/** Skips a test that this machine cannot run, and says so; where CI is set, a test that cannot run has failed. */
export function skipUnless(context: Skippable, holds: boolean, sentence: string): void {
  if (holds) return;
  if (process.env["CI"] === "true") throw new Error(`This test could not run: ${sentence}`);
  process.stderr.write(`skipped: ${context.task.name}: ${sentence}\n`);
  context.skip(sentence);
}
