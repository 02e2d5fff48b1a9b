import { describe, expect, test } from "vitest";
import type { ArtifactDefinition, ArtifactFacts } from "../catalog/artifact-definition.ts";
import { createOperationCatalog } from "../catalog/operation-catalog.ts";
import type { TruthSource } from "../ports/truth-source.ts";
import { asEnvironmentId, asWorkspaceId, type RunScope } from "../run/scope.ts";
import { SettledError } from "../run/settled-error.ts";
import { readArtifactTruth } from "./artifact-truth.ts";
import {
  completedRun,
  PRESENT,
  RELATED,
  reviewArtifact,
  sampleOperation,
  sampleRecord,
} from "./sample-run.test-kit.ts";

const asked: RunScope[] = [];
const openTruth: TruthSource = {
  withTruth(scope, _options, look) {
    asked.push(scope);
    const signal = new AbortController().signal;
    return look({ scope, signal, query: () => Promise.resolve([]) });
  },
};

function failingTruth(error: unknown): TruthSource {
  return {
    async withTruth() {
      throw error;
    },
  };
}

function noRoute(): string {
  throw new Error("no route");
}

const run = completedRun("succeeded", { related: RELATED });

function read(artifact: ArtifactDefinition, truthSource = openTruth, of = run) {
  const catalog = createOperationCatalog([sampleOperation(artifact)]);
  return readArtifactTruth({ truthSource, catalog, timeoutMs: 100 }, of);
}

describe("the truth about an artifact", () => {
  test("is read in the run's own scope and shown with its link", async () => {
    asked.length = 0;
    expect(await read(reviewArtifact())).toEqual(PRESENT);
    expect(asked).toEqual([{ workspaceId: "north", environmentId: "contoso" }]);
  });

  test("comes from the last decision where there is one, not from the worker's report", async () => {
    const reconciliation = sampleRecord({ related: null });
    const settled = completedRun("failed", { related: RELATED, reconciliation });
    expect(await read(reviewArtifact(), openTruth, settled)).toEqual({ kind: "none" });
  });

  test("does not come from the input", async () => {
    const forged = completedRun("succeeded", {}, { input: { related: RELATED } });
    expect(await read(reviewArtifact(), openTruth, forged)).toEqual({ kind: "none" });
  });

  test.each([
    { workspaceId: asWorkspaceId("south") },
    { environmentId: asEnvironmentId("fabrikam") },
    { environmentId: null },
  ])("does not show an artifact of another scope, nor its id (%o)", async (scope) => {
    const truth = await read(reviewArtifact({ ...scope, title: "Foreign review" }));
    expect(truth).toEqual({ kind: "hidden" });
  });

  test("is not read at all where the truth was opened for another scope", async () => {
    const foreign: TruthSource = {
      withTruth: (scope, options, look) =>
        openTruth.withTruth({ ...scope, workspaceId: asWorkspaceId("south") }, options, look),
    };
    expect(await read(reviewArtifact(), foreign)).toEqual({ kind: "hidden" });
  });

  test("says that an artifact is gone", async () => {
    expect(await read(reviewArtifact(null))).toEqual({ kind: "gone", ref: RELATED });
  });

  test("is unavailable, and throws nothing, where it cannot be asked now", async () => {
    const unavailable = { kind: "unavailable", ref: RELATED };
    const timedOut = new SettledError("truth_timed_out", "Too long.");
    expect(await read(reviewArtifact(), failingTruth(timedOut))).toEqual(unavailable);
    expect(await read(reviewArtifact(), failingTruth("boom"))).toEqual(unavailable);
    const broken = { ...reviewArtifact(), find: () => Promise.reject(new Error("down")) };
    expect(await read(broken)).toEqual(unavailable);
    expect(await read({ ...reviewArtifact(), type: "restore_run" })).toEqual(unavailable);
  });

  test("hides what a look that left its limits, or a broken finder, answered", async () => {
    const violated = new SettledError("truth_violated", "It tried to write.");
    expect(await read(reviewArtifact(), failingTruth(violated))).toEqual({ kind: "hidden" });
    const shapeless = { ...reviewArtifact(), find: () => Promise.resolve({} as ArtifactFacts) };
    expect(await read(shapeless)).toEqual({ kind: "hidden" });
    const absent = {
      ...reviewArtifact(),
      find: () => Promise.resolve(undefined as unknown as ArtifactFacts),
    };
    expect(await read(absent)).toEqual({ kind: "hidden" });
  });

  test.each([
    "javascript:alert(1)",
    "//evil.example/x",
    "https://evil.example",
    "/a\\b",
    "/a b",
    "",
  ])("gives no link that is not a plain path (%s)", async (href) => {
    expect(await read({ ...reviewArtifact(), href: () => href })).toMatchObject({ href: null });
  });

  test("gives no link where making it throws", async () => {
    expect(await read({ ...reviewArtifact(), href: noRoute })).toEqual({ ...PRESENT, href: null });
  });

  test("says that a present artifact is not complete", async () => {
    expect(await read(reviewArtifact({ complete: false }))).toMatchObject({ complete: false });
  });
});
