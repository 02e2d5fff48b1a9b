import { expect, test } from "vitest";
import type { ArtifactFacts } from "../catalog/artifact-definition.ts";
import type { ReconciliationDecision } from "../catalog/reconciliation-decision.ts";
import type { TruthReader } from "../catalog/truth-reader.ts";
import { asWorkspaceId } from "../run/scope.ts";
import { ADA, exampleRun } from "../testing/exercise-run-store/exam-runs.ts";
import { createManualClock } from "../testing/manual-clock.ts";
import { createMemoryRunStore } from "../testing/memory-run-store.ts";
import { proveDecision } from "./prove-decision.ts";

const store = createMemoryRunStore({ clock: createManualClock() });
const { run } = await store.insertRun(exampleRun(), ADA);
const { workspaceId, environmentId, id } = run;
const own = { workspaceId, environmentId, title: "A letter", madeByRunId: id, complete: true };
const LETTERS: Readonly<Record<string, ArtifactFacts>> = {
  own: { ...own, state: "current" },
  foreign: { ...own, state: "current", workspaceId: asWorkspaceId("another") },
  elsewhere: { ...own, state: "current", environmentId: null },
  other: { ...own, state: "current", madeByRunId: null },
  empty: { ...own, state: "current", complete: false },
};
const artifact = {
  type: "letter",
  label: "Letter",
  find: async (_: TruthReader, letter: string) => LETTERS[letter] ?? null,
  href: () => "/letters",
};
const truth = { scope: run, signal: new AbortController().signal, query: async () => [] };
const letter = (name: string) => ({ type: "letter", id: name });
const base = { reason: "artifact_complete", checks: [] };
const proof = { madeBy: "this_run", inScope: true, complete: true } as const;
const prove = (decision: ReconciliationDecision) =>
  proveDecision(run, decision, { artifact, truth });

test.each([
  ["own", proof, "artifact_complete"],
  ["other", { ...proof, madeBy: "same_identity" }, "artifact_complete"],
  ["foreign", proof, "out_of_scope"],
  ["elsewhere", proof, "out_of_scope"],
  ["missing", proof, "out_of_scope"],
  ["own", { ...proof, inScope: false }, "out_of_scope"],
  ["other", proof, "unproven"],
  ["empty", proof, "incomplete_artifact"],
  ["own", { ...proof, complete: false }, "incomplete_artifact"],
] as const)("a claim on the letter %s with %j ends as %s", async (name, claim, reason) => {
  const decision = "succeeded" as const;
  const proven = await prove({ ...base, decision, related: letter(name), proof: claim });
  const holds = reason === "artifact_complete";
  expect(proven).toMatchObject({ reason, decision: holds ? decision : "attention_required" });
  expect("related" in proven).toBe(holds);
  expect(proven.checks.every(({ passed }) => passed)).toBe(holds);
});

test("candidates of another scope are none", async () => {
  const candidates = ["own", "foreign", "elsewhere", "missing"].map(letter);
  const proven = await prove({ ...base, decision: "attention_required", candidates });
  expect(proven).toMatchObject({ candidates: [letter("own")] });
});

test("a blocked run never names an artifact of another scope", async () => {
  const proven = await prove({ ...base, decision: "blocked", related: letter("foreign") });
  expect(proven).toMatchObject({ decision: "attention_required", reason: "out_of_scope" });
  expect("related" in proven).toBe(false);
});
