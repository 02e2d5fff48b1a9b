import { randomUUID } from "node:crypto";
import { asEnvironmentId, asWorkspaceId, type OperationRun, type RunScope } from "settled";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { hashOf } from "../normal-form/hash-of.ts";
import { migratePlatform, openPlatform, type Platform } from "../platform.ts";
import { nextPlace } from "../review/lineage.ts";
import type { ReviewDocument } from "../review/review-document.ts";
import { documentBlob } from "../review/stored-document.ts";
import { snapshotHash } from "../snapshot/snapshot-hash.ts";
import { putBlobs } from "../store/blob.ts";
import { ensureEnvironment } from "../store/environment.ts";
import { insertReview, listReviewsBy, setReviewStatus } from "../store/review-store.ts";
import { insertSnapshot } from "../store/snapshot-store.ts";
import type { PackProfile } from "./pack-profile.ts";
import { fixtureDocument } from "./review-fixture.test-kit.ts";

export interface ReviewPlace extends RunScope {
  readonly reviewId: string;
  readonly snapshotId: string;
}

/** A database with reviews whose documents are made up, and nothing that executes runs. */
export interface PackWorld {
  readonly server: TestDatabase;
  readonly platform: Platform;
  /** A review in an environment of its own. */
  newReview(workspace?: string, changes?: Partial<ReviewDocument>): Promise<ReviewPlace>;
  /** A newer review that replaces the one of the place. */
  replaceReview(place: ReviewPlace): Promise<ReviewPlace>;
  start(place: ReviewPlace, profiles: readonly PackProfile[]): Promise<OperationRun>;
  /** The run once it is completed. */
  completed(run: OperationRun): Promise<OperationRun>;
  close(): Promise<void>;
}

const LINEAGE = "lineage1:packs";
const LOOK_EVERY_MS = 20;
const WITHIN_MS = 30_000;

export async function openPackWorld(): Promise<PackWorld> {
  const server = await startTestDatabase();
  await migratePlatform(server.url);
  const platform = openPlatform({ connectionString: server.url });
  await platform.settled.prepare();
  return {
    server,
    platform,
    async newReview(workspace = "north", changes = {}) {
      const scope = {
        workspaceId: asWorkspaceId(workspace),
        environmentId: asEnvironmentId(`e-${randomUUID()}`),
      };
      await ensureEnvironment(platform.database, {
        ...scope,
        workspaceName: `Workspace ${workspace}`,
        environmentName: "Contoso Ltd",
        provider: { kind: "folder", root: "/nowhere" },
      });
      const snapshotId = await sealNothing(platform, scope);
      return addReview(platform, { ...scope, snapshotId }, { ...fixtureDocument(), ...changes });
    },
    replaceReview: (place) => addReview(platform, place, fixtureDocument({ findings: 3 })),
    async start(place, profiles) {
      const { workspaceId, environmentId, reviewId } = place;
      const answer = await platform.settled.start({
        workspaceId,
        environmentId,
        type: "review.pack.render",
        input: { review_id: reviewId, profiles },
        initiator: { kind: "user", id: "maria", name: "Maria" },
      });
      if (answer.kind === "refused") throw new Error(`The start was refused: ${answer.because}`);
      return answer.run;
    },
    async completed(run) {
      const untilMs = performance.now() + WITHIN_MS;
      for (;;) {
        const now = await platform.settled.reader.findRun(run.workspaceId, run.id);
        if (now?.status === "completed") return now;
        if (performance.now() > untilMs) throw new Error(`Not settled: ${JSON.stringify(now)}`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    },
    async close() {
      await platform.close();
      await server.close();
    },
  };
}

async function sealNothing({ database }: Platform, scope: RunScope): Promise<string> {
  const snapshotId = randomUUID();
  const content = {
    items: [],
    coverage: [],
    ignored: [],
    blobs: [],
    counts: { items: 0, ok: 0, unreadable: 0, incomplete: 0, ambiguous: 0, ignored: 0 },
    normaliserVersion: "1",
    snapshotHash: snapshotHash({ items: [], coverage: [] }, "1"),
  };
  const runId = randomUUID() as OperationRun["id"];
  await insertSnapshot(database, scope, { snapshotId, runId, content });
  return snapshotId;
}

async function addReview(
  { database }: Platform,
  place: RunScope & { readonly snapshotId: string },
  document: ReviewDocument,
): Promise<ReviewPlace> {
  const { workspaceId, environmentId, snapshotId } = place;
  const blob = documentBlob(document);
  await putBlobs(database, workspaceId, [blob]);
  const key = { workspaceId, environmentId, value: LINEAGE };
  const { sequence, supersedesId, current } = nextPlace(
    await listReviewsBy(database, "list-lineage", key),
  );
  if (current !== null) {
    const { reviewId } = current;
    await setReviewStatus(database, place, { reviewId, from: "current", to: "superseded" });
  }
  const reviewId = randomUUID();
  await insertReview(database, place, {
    reviewId,
    runId: randomUUID() as OperationRun["id"],
    manifest: {
      inputs: document.inputs,
      fingerprint: hashOf("rf", reviewId),
      lineageKey: LINEAGE,
      snapshotId,
      baselineId: null,
      baselineVersion: null,
      decisions: { dispositions: [], pins: [] },
      asOf: new Date("2026-05-24T14:05:00.000Z"),
    },
    sequence,
    supersedesId,
    documentHash: blob.hash,
    completeness: 1,
    evidence: document.evidence,
  });
  return { workspaceId, environmentId, reviewId, snapshotId };
}
