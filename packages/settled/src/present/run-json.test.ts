import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ArtifactTruth } from "./artifact-truth.ts";
import { anyRun, anyViewer } from "./any-run.test-kit.ts";
import { asFailureJson } from "./failure-json.ts";
import { presentRun } from "./present-run.ts";
import { asRunJson } from "./run-json.ts";
import {
  completedRun,
  DISPATCH,
  NOW,
  PRESENT,
  RELATED,
  runningRun,
  sampleRecord,
  sampleViewer,
  SECRET,
} from "./sample-run.test-kit.ts";

const options = { basePath: "/api/v1" };
const RUN_KEYS =
  "id workspace_id environment_id operation status outcome done initiator summary progress created_at started_at completed_at attempt version presentation artifact artifact_checked_at reconciliation dispatch trace links";
const RECORD_KEYS =
  "version adapter decision reason trigger attempt previous related checks decided_at decided_by";

describe("the JSON of a run", () => {
  test("has exactly its keys, whatever the run, and no trace of an error", () => {
    fc.assert(
      fc.property(anyRun, anyViewer, (run, viewer) => {
        const json = asRunJson(run, presentRun(run, viewer), options);
        expect(Object.keys(json).join(" ")).toBe(RUN_KEYS);
        expect(Object.keys(json.presentation).join(" ")).toBe(
          "title sentence next_step freshness state reason",
        );
        const recordKeys = Object.keys(json.reconciliation ?? {}).join(" ");
        expect(recordKeys).toBe(run.context.reconciliation === undefined ? "" : RECORD_KEYS);
        expect(json.done).toBe(json.outcome !== null);
        expect(JSON.stringify(json)).not.toContain(SECRET);
        expect(JSON.parse(JSON.stringify(json))).toEqual(json);
      }),
    );
  });

  test("links the run, its timeline and, while it lasts, the long poll", () => {
    const run = runningRun();
    const { links } = asRunJson(run, presentRun(run, sampleViewer()), options);
    const self = `/api/v1/workspaces/north/runs/${run.id}`;
    expect(links).toEqual({ self, events: `${self}/events`, wait: `${self}:wait` });
  });

  test("links and names the artifact that was read in the run's scope", () => {
    const run = completedRun("succeeded", { reconciliation: sampleRecord() });
    const json = asRunJson(run, presentRun(run, sampleViewer({ artifact: PRESENT })), options);
    expect(json.artifact).toEqual({ ...RELATED, href: "/workspaces/north/reviews/review-4" });
    expect(json.artifact_checked_at).toBe(NOW.toISOString());
    expect(json.links.artifact).toBe("/workspaces/north/reviews/review-4");
    expect(json.links.wait).toBeUndefined();
    expect(json.reconciliation?.related).toEqual(RELATED);
    expect(json.dispatch).toEqual(DISPATCH);
  });

  test.each([null, { kind: "hidden" }, { kind: "unavailable", ref: RELATED }] as const)(
    "names no artifact that was not read in the run's scope (%o)",
    (artifact) => {
      const run = completedRun("succeeded", { reconciliation: sampleRecord(), related: RELATED });
      const json = asRunJson(run, presentRun(run, sampleViewer({ artifact })), options);
      expect(json.artifact).toBeNull();
      expect(JSON.stringify(json)).not.toContain(RELATED.id);
    },
  );

  test("says when the artifact was looked for, and that it was not", () => {
    const run = completedRun("succeeded", { related: RELATED });
    const checkedAt = (artifact: ArtifactTruth | null) =>
      asRunJson(run, presentRun(run, sampleViewer({ artifact })), options).artifact_checked_at;
    for (const artifact of [PRESENT, { kind: "gone", ref: RELATED }, { kind: "hidden" }] as const) {
      expect(checkedAt(artifact)).toBe(NOW.toISOString());
    }
    expect(checkedAt(null)).toBeNull();
    expect(checkedAt({ kind: "unavailable", ref: RELATED })).toBeNull();
  });

  test("does not show a secret in the name of a connection", () => {
    const dispatch = { ...DISPATCH, connection: "postgres://app:hunter22@db/settled" };
    const run = completedRun("succeeded", { dispatch });
    const json = asRunJson(run, presentRun(run, sampleViewer()), options);
    expect(json.dispatch?.connection).toBe("postgres://app:[redacted]@db/settled");
  });
});

describe("the JSON of a failure", () => {
  test("is apart from the run, and redacted once more", () => {
    const message = "connect failed: password=hunter22";
    const failure = { name: "Error", message, stack: null, attempt: 1 };
    expect(asFailureJson(completedRun("failed", {}, { failure }))).toEqual({
      name: "Error",
      message: "connect failed: password=[redacted]",
      stack: null,
      attempt: 1,
    });
    expect(asFailureJson(completedRun("failed"))).toBeNull();
  });
});
