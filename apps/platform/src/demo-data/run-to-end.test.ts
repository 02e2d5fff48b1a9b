import { asEnvironmentId, asRunId, asWorkspaceId, type RunOutcome } from "settled";
import { expect, test } from "vitest";
import { runToEnd } from "./run-to-end.ts";

const SCOPE = { workspaceId: asWorkspaceId("demo"), environmentId: asEnvironmentId("alpine") };
const START = {
  type: "environment.review.compose",
  input: {},
  signal: new AbortController().signal,
};

/** Runs that end as is said, one behind the other. */
function runsThatEnd(...outcomes: readonly RunOutcome[]) {
  const left = [...outcomes];
  const run = { id: asRunId(crypto.randomUUID()) };
  const settled = {
    start: () => Promise.resolve({ kind: "accepted", run } as const),
    reader: {
      findRun: () =>
        Promise.resolve({ status: "completed", outcome: left.shift() ?? null } as const),
    },
  };
  return { platform: { settled }, left };
}

test("what has failed is started again, and no more once it has not", async () => {
  const { platform, left } = runsThatEnd("failed", "failed", "succeeded", "failed");
  await runToEnd(platform, SCOPE, START);
  expect(left).toEqual(["failed"]);
});

test("an operation that fails each time is told of, and not taken for done", async () => {
  const { platform } = runsThatEnd("failed", "failed", "failed", "succeeded");
  await expect(runToEnd(platform, SCOPE, START)).rejects.toThrow(
    "The demo could not do environment.review.compose: it has failed 3 times.",
  );
});
