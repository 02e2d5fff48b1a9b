import type { RunScope, SqlExecutor } from "settled";
import { listPackSetMembers } from "../store/pack-set-store.ts";
import { listPackFiles, listPacksBy } from "../store/pack-store.ts";
import type { PackSet, PackSetMember, ReviewPack } from "./review-pack.ts";
import { areFilesIntact } from "./stored-files.ts";

/** A pack of a set, its files hashed again. */
export interface CheckedPack {
  readonly pack: ReviewPack;
  readonly isIntact: boolean;
}

/** A set that may answer a run, with what was checked of it. */
export interface CandidateSet {
  readonly set: PackSet;
  readonly members: readonly PackSetMember[];
  readonly packs: readonly CheckedPack[];
}

/** Reads a set with its packs and hashes every file of them again. */
export async function checkSet(
  on: SqlExecutor,
  scope: RunScope,
  set: PackSet,
): Promise<CandidateSet> {
  const { workspaceId, environmentId } = scope;
  const members = await listPackSetMembers(on, scope, set.packSetId);
  const ids = members.flatMap(({ packId }) => (packId === null ? [] : [packId]));
  const found = await listPacksBy(on, "find-packs-by-id", {
    workspaceId,
    environmentId,
    value: ids,
  });
  const files = await listPackFiles(on, scope, ids);
  const packs: CheckedPack[] = [];
  // One at a time: a look is one connection, and the bytes of one pack are enough to hold at once.
  for (const pack of found) {
    const { standing, packId } = pack;
    const list = files.get(packId) ?? [];
    const isIntact =
      standing.status !== "failed" &&
      (await areFilesIntact(on, workspaceId, { filesHash: standing.filesHash, files: list }));
    packs.push({ pack, isIntact });
  }
  return { set, members, packs };
}

/** Every pack that the set names is there with the files that it says; one that was taken back, too. */
export function isWholeSet({ members, packs }: CandidateSet): boolean {
  const named = members.filter(({ packId }) => packId !== null).length;
  return named > 0 && packs.length === named && packs.every(({ isIntact }) => isIntact);
}
