import type { RunScope } from "settled";
import { changesBetween } from "../drift/changes-between.ts";
import type { Platform } from "../platform.ts";
import { findSealedSnapshot } from "../snapshot/find-sealed-snapshot.ts";
import { readSnapshotPolicies } from "../snapshot/read-snapshot-policies.ts";
import type { EnvironmentSnapshot } from "../snapshot/snapshot.ts";
import { listRecentSnapshots } from "../store/snapshot-store.ts";
import { assertEnvironment } from "./assert-scope.ts";
import { changesAnswer } from "./changes-answer.ts";
import { EXIT } from "./exit-code.ts";
import { noSuchSnapshot } from "./show-snapshot.ts";
import { CommandFault } from "./terminal.ts";
import type { CommandAnswer } from "./write-output.ts";

export interface ChangesOptions {
  /** A sealed snapshot; the one before `to` unless said. */
  readonly from: string | null;
  /** A sealed snapshot; the newest unless said. */
  readonly to: string | null;
}

/** What happened in an environment from one snapshot to a later one. */
export async function listChanges(
  platform: Platform,
  scope: RunScope,
  options: ChangesOptions,
): Promise<CommandAnswer> {
  const { database } = platform;
  await assertEnvironment(platform, scope);
  const now = await findSealedSnapshot(database, scope, options.to);
  if (now === null) throw noSuchSnapshot(scope, options.to);
  const before =
    options.from === null
      ? await snapshotBefore(platform, scope, now)
      : await findSealedSnapshot(database, scope, options.from);
  if (before === null) throw noEarlierSnapshot(scope, options.from);
  const [old, young] = [
    await readSnapshotPolicies(database, scope, before),
    await readSnapshotPolicies(database, scope, now),
  ];
  return changesAnswer(before, now, changesBetween(old, young));
}

async function snapshotBefore(
  { database }: Platform,
  scope: RunScope,
  now: EnvironmentSnapshot,
): Promise<EnvironmentSnapshot | null> {
  const recent = await listRecentSnapshots(database, scope);
  const sealed = recent.filter(({ state }) => state === "sealed");
  const at = sealed.findIndex(({ snapshotId }) => snapshotId === now.snapshotId);
  return at === -1 ? null : (sealed[at + 1] ?? null);
}

function noEarlierSnapshot(scope: RunScope, from: string | null): CommandFault {
  if (from !== null) return noSuchSnapshot(scope, from);
  const at = `--workspace ${scope.workspaceId} --environment ${scope.environmentId}`;
  return new CommandFault(
    `There is no earlier snapshot to compare with. Capture again later: platform snapshot capture ${at}`,
    EXIT.notFound,
  );
}
