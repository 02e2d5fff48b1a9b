import type { OperationRun, RunResult, SqlExecutor } from "settled";
import { v7 as uuidv7 } from "uuid";
import { findPackSetBy, insertPackSet } from "../store/pack-set-store.ts";
import { holdReview, insertPack, listPackFiles, listPacksBy } from "../store/pack-store.ts";
import { PACK_SET_ARTIFACT_TYPE } from "./pack-set-artifact.ts";
import { findPlacedReview, isWithheld } from "./pack-source.ts";
import type { RenderedPack } from "./rendered-pack.ts";
import { resultOfPacks } from "./result-of-packs.ts";
import type { PackManifest, PackSetMember } from "./review-pack.ts";
import { areFilesIntact, filesHash } from "./stored-files.ts";

/**
 * Keeps what was rendered, inside the transaction that ends the run. A pack or a set that stands already answers in
 * place of a second one. Nothing is kept of a review that was taken back meanwhile.
 */
export async function keepPacks(
  tx: SqlExecutor,
  run: OperationRun,
  made: { readonly manifest: PackManifest; readonly rendered: readonly RenderedPack[] },
): Promise<RunResult> {
  const { manifest, rendered } = made;
  const { workspaceId, environmentId } = run;
  const status = await holdReview(tx, run, manifest.reviewId);
  if (status === null) return { outcome: "blocked", reason: "review_missing" };
  if (isWithheld({ status })) return { outcome: "blocked", reason: "review_withheld" };
  const placed = await findPlacedReview(tx, run, manifest.reviewId);
  const isStale = placed?.isStale ?? false;
  const { setFingerprint } = manifest;
  const key = { workspaceId, environmentId, value: setFingerprint };
  const standing = await findPackSetBy(tx, "find-pack-sets-by-fingerprint", key);
  const members: PackSetMember[] = [];
  for (const pack of rendered) {
    const member = await keepPack(tx, run, { pack, reviewId: manifest.reviewId });
    if (member === "damaged")
      return { outcome: "attention_required", reason: "pack_untrustworthy" };
    members.push(member);
  }
  if (standing !== null) {
    return resultOfPacks(refOf(standing.packSetId), { members, isStale, isEquivalent: true });
  }
  if (members.every(({ packId }) => packId === null)) {
    return { outcome: "failed", reason: "nothing_rendered" };
  }
  const packSetId = uuidv7();
  const { reviewId } = manifest;
  const set = { packSetId, reviewId, runId: run.id, fingerprint: setFingerprint, members };
  if (await insertPackSet(tx, run, set)) {
    return resultOfPacks(refOf(packSetId), { members, isStale, isEquivalent: false });
  }
  const winner = await findPackSetBy(tx, "find-pack-sets-by-fingerprint", key);
  if (winner === null) throw new Error("The set that stands already was taken back. Try again.");
  return resultOfPacks(refOf(winner.packSetId), { members, isStale, isEquivalent: true });
}

async function keepPack(
  tx: SqlExecutor,
  run: OperationRun,
  { pack, reviewId }: { readonly pack: RenderedPack; readonly reviewId: string },
): Promise<PackSetMember | "damaged"> {
  const { profile, make } = pack;
  const packId = uuidv7();
  const made = { packId, reviewId, profile, make, runId: run.id };
  if (pack.kind === "failed") {
    const { failure, detail } = pack;
    await insertPack(tx, run, {
      ...made,
      files: [],
      standing: { status: "failed", failure, detail },
    });
    return { profile, packId: null, missing: failure };
  }
  const { files } = pack;
  const standing = { status: "ready", filesHash: filesHash(files) } as const;
  // The bytes may have been there before, and not be what their hash says any more.
  if (!(await areFilesIntact(tx, run.workspaceId, { ...standing, files }))) return "damaged";
  if (await insertPack(tx, run, { ...made, files, standing })) {
    return { profile, packId, missing: null };
  }
  return standingPack(tx, run, pack);
}

/** The pack that stands in the place of the one that was rendered, if its files are what they were. */
async function standingPack(
  tx: SqlExecutor,
  run: OperationRun,
  { profile, make }: RenderedPack,
): Promise<PackSetMember | "damaged"> {
  const { workspaceId, environmentId } = run;
  const key = { workspaceId, environmentId, value: [make.pack_fingerprint] };
  const [found] = await listPacksBy(tx, "find-packs-by-fingerprint", key);
  if (found === undefined || found.standing.status !== "ready") {
    throw new Error("The pack that stands already was taken back. Try again.");
  }
  const { packId, standing } = found;
  const files = (await listPackFiles(tx, run, [packId])).get(packId) ?? [];
  const pack = { filesHash: standing.filesHash, files };
  const intact = await areFilesIntact(tx, workspaceId, pack);
  return intact ? { profile, packId, missing: null } : "damaged";
}

function refOf(id: string) {
  return { type: PACK_SET_ARTIFACT_TYPE, id };
}
