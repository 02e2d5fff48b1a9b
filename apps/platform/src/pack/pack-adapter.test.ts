import { randomUUID } from "node:crypto";
import { type ArtifactRef, NO_FAULTS, type OperationRun } from "settled";
import { exerciseReconciliationAdapter } from "settled/testing";
import { afterAll, beforeAll, describe, test } from "vitest";
import { reviewPackRender } from "../operations/review-pack-render.ts";
import { putBlobs } from "../store/blob.ts";
import { insertPackSet } from "../store/pack-set-store.ts";
import { freezePackManifest, insertPack } from "../store/pack-store.ts";
import { packMake, setFingerprint } from "./pack-fingerprint.ts";
import { PACK_SET_ARTIFACT_TYPE } from "./pack-set-artifact.ts";
import { openPackWorld, type PackWorld, type ReviewPlace } from "./pack-world.test-kit.ts";
import { renderPack } from "./render-pack.ts";
import { fixtureInput } from "./review-fixture.test-kit.ts";
import { asBlob, asStoredFile, filesHash } from "./stored-files.ts";

let world: PackWorld;

beforeAll(async () => {
  world = await openPackWorld();
});

afterAll(async () => {
  await world.close();
});

const places = new Map<string, ReviewPlace>();
const placeOf = (run: OperationRun): ReviewPlace => {
  const place = places.get(run.id);
  if (place === undefined) throw new Error("The run has no environment.");
  return place;
};

/** What the run would have made, in the place that is named. */
async function produce(
  run: OperationRun,
  place: ReviewPlace,
  options: { readonly isSpoilt?: boolean } = {},
): Promise<ArtifactRef> {
  const { database } = world.platform;
  const { workspaceId, environmentId, reviewId } = place;
  const fixture = fixtureInput("technical-auditor");
  const input = { ...fixture, review: { ...fixture.review, review_id: reviewId } };
  const make = packMake(input);
  const files = await renderPack(input);
  await putBlobs(database, workspaceId, files.map(asBlob));
  const stored = files.map(asStoredFile);
  const { profile } = input;
  const packId = randomUUID();
  const packSetId = randomUUID();
  const fingerprint = setFingerprint([make.pack_fingerprint]);
  const runPlace = { workspaceId, environmentId, runId: run.id };
  const packs = [{ profile, make }];
  await freezePackManifest(database, runPlace, { reviewId, setFingerprint: fingerprint, packs });
  const standing = { status: "ready", filesHash: filesHash(stored) } as const;
  const named = options.isSpoilt === true ? stored.slice(1) : stored;
  const pack = { packId, reviewId, profile, make, runId: run.id, standing, files: named };
  await insertPack(database, place, pack);
  const members = [{ profile, packId, missing: null }];
  const set = { packSetId, reviewId, runId: run.id, fingerprint, members };
  await insertPackSet(database, place, set);
  return { type: PACK_SET_ARTIFACT_TYPE, id: packSetId };
}

async function elsewhere(run: OperationRun, workspace: string): Promise<ArtifactRef> {
  return produce(run, await world.newReview(workspace));
}

describe("the adapter of review packs", () => {
  exerciseReconciliationAdapter({
    test: (name, body) => test(name, body),
    adapterName: "review-pack",
    makeWorld: async () => ({
      operation: reviewPackRender({ database: world.platform.database, faults: NO_FAULTS }),
      truthSource: world.platform.settled.truth,
      async newRun(overrides = {}) {
        const place = await world.newReview("exam");
        const run = { ...(await world.start(place, ["technical-auditor"])), ...overrides };
        places.set(run.id, place);
        return run;
      },
      produceArtifact: (run) => produce(run, placeOf(run)),
      produceIncompleteArtifact: (run) => produce(run, placeOf(run), { isSpoilt: true }),
      produceForeignWorkspaceArtifact: (run) => elsewhere(run, "other"),
      produceForeignEnvironmentArtifact: (run) => elsewhere(run, "exam"),
      close: () => Promise.resolve(),
    }),
  });
});
