import { randomUUID } from "node:crypto";
import {
  type ArtifactRef,
  asEnvironmentId,
  asWorkspaceId,
  NO_FAULTS,
  type OperationRun,
  type RunScope,
} from "settled";
import { exerciseReconciliationAdapter } from "settled/testing";
import { afterAll, beforeAll, describe, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { environmentReviewCompose } from "../operations/environment-review-compose.ts";
import { migratePlatform, openPlatform, type Platform } from "../platform.ts";
import { putBlobs } from "../store/blob.ts";
import { ensureEnvironment } from "../store/environment.ts";
import { freezeManifest } from "../store/review-manifest-store.ts";
import { insertReview, listReviewsBy } from "../store/review-store.ts";
import { findSnapshot, insertSnapshot } from "../store/snapshot-store.ts";
import { snapshotHash } from "../snapshot/snapshot-hash.ts";
import { dispositionsHash } from "../drift/disposition.ts";
import { completenessOf } from "./compose-document.ts";
import { composeFromManifest } from "./compose-from-manifest.ts";
import { nextPlace } from "./lineage.ts";
import { REVIEW_ARTIFACT_TYPE } from "./review-artifact.ts";
import { lineageKey, reviewFingerprint, reviewInputs } from "./review-inputs.ts";
import { documentBlob } from "./stored-document.ts";

let server: TestDatabase;
let platform: Platform;

beforeAll(async () => {
  server = await startTestDatabase();
  await migratePlatform(server.url);
  platform = openPlatform({ connectionString: server.url });
  await platform.settled.prepare();
});

afterAll(async () => {
  await platform.close();
  await server.close();
});

/** A new environment with a sealed snapshot of nothing. */
async function newEnvironment(workspace: string): Promise<RunScope & { snapshotId: string }> {
  const workspaceId = asWorkspaceId(workspace);
  const environmentId = asEnvironmentId(`e-${randomUUID()}`);
  const scope = { workspaceId, environmentId };
  await ensureEnvironment(platform.database, {
    ...scope,
    workspaceName: workspace,
    environmentName: environmentId,
    provider: { kind: "folder", root: "/nowhere" },
  });
  const snapshotId = randomUUID();
  const runId = randomUUID() as OperationRun["id"];
  const counts = { items: 0, ok: 0, unreadable: 0, incomplete: 0, ambiguous: 0, ignored: 0 };
  const coverage = [
    { type: "configurationPolicies", status: "complete", items: 0, reason: "all_read" },
  ] as const;
  const content = {
    items: [],
    coverage,
    ignored: [],
    blobs: [],
    counts,
    normaliserVersion: "1",
    snapshotHash: snapshotHash({ items: [], coverage }, "1"),
  };
  await insertSnapshot(platform.database, scope, { snapshotId, runId, content });
  return { ...scope, snapshotId };
}

async function produce(
  run: OperationRun,
  place: RunScope & { snapshotId: string },
  options: { readonly period?: string; readonly spoilt?: boolean } = {},
): Promise<ArtifactRef> {
  const { workspaceId, environmentId, snapshotId } = place;
  const { database } = platform;
  const snapshot = await findSnapshot(database, place, snapshotId);
  const inputs = reviewInputs({
    workspaceId,
    environmentId: environmentId ?? "",
    snapshotHash: snapshot?.snapshotHash ?? "",
    baselineVersionHash: null,
    decisionsHash: dispositionsHash([]),
    periodKey: options.period ?? "2026-05",
  });
  const runId = options.period === undefined ? run.id : (randomUUID() as typeof run.id);
  const manifest = await freezeManifest(
    database,
    { workspaceId, environmentId, runId },
    {
      inputs,
      fingerprint: reviewFingerprint(inputs),
      lineageKey: lineageKey(inputs, null),
      snapshotId,
      baselineId: null,
      baselineVersion: null,
      decisions: { dispositions: [], pins: [] },
      asOf: new Date(),
    },
  );
  const document = await composeFromManifest(database, place, manifest);
  const blob = documentBlob(document);
  if (options.spoilt !== true) await putBlobs(database, workspaceId, [blob]);
  const reviewId = randomUUID();
  const key = { workspaceId, environmentId, value: manifest.lineageKey };
  const { sequence, supersedesId } = nextPlace(await listReviewsBy(database, "list-lineage", key));
  await insertReview(database, place, {
    reviewId,
    manifest,
    runId: run.id,
    sequence,
    supersedesId,
    documentHash: options.spoilt === true ? `${blob.hash}-gone` : blob.hash,
    completeness: completenessOf(document),
    evidence: document.evidence,
  });
  return { type: REVIEW_ARTIFACT_TYPE, id: reviewId };
}

const places = new Map<string, RunScope & { snapshotId: string }>();
const placeOf = (run: OperationRun) => {
  const place = places.get(run.id);
  if (place === undefined) throw new Error("The run has no environment.");
  return place;
};

describe("the adapter of environment reviews", () => {
  exerciseReconciliationAdapter({
    test: (name, body) => test(name, body),
    adapterName: "environment-review",
    makeWorld: async () => ({
      operation: environmentReviewCompose({ database: platform.database, faults: NO_FAULTS }),
      truthSource: platform.settled.truth,
      async newRun(overrides = {}) {
        const place = await newEnvironment("exam");
        const { workspaceId, environmentId } = place;
        const answer = await platform.settled.start({
          workspaceId,
          environmentId,
          type: "environment.review.compose",
          input: { period: "2026-05" },
          initiator: { kind: "user", id: "exam", name: "Exam" },
        });
        if (answer.kind === "refused") throw new Error(answer.because);
        const run = { ...answer.run, ...overrides };
        places.set(run.id, place);
        return run;
      },
      produceArtifact: (run) => produce(run, placeOf(run)),
      produceIncompleteArtifact: (run) => produce(run, placeOf(run), { spoilt: true }),
      produceSecondArtifact: (run) => produce(run, placeOf(run), { period: "2026-Q2" }),
      produceForeignWorkspaceArtifact: async (run) => produce(run, await newEnvironment("other")),
      produceForeignEnvironmentArtifact: async (run) => produce(run, await newEnvironment("exam")),
      close: () => Promise.resolve(),
    }),
  });
});
