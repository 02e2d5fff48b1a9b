import type { RunScope } from "settled";
import type { Platform } from "../platform.ts";
import { findSealedSnapshot } from "../snapshot/find-sealed-snapshot.ts";
import { readSnapshotContent } from "../store/snapshot-store.ts";
import { assertEnvironment } from "./assert-scope.ts";
import { EXIT } from "./exit-code.ts";
import { snapshotAnswer } from "./snapshot-answer.ts";
import { CommandFault } from "./terminal.ts";
import type { CommandAnswer } from "./write-output.ts";

export async function showSnapshot(
  platform: Platform,
  scope: RunScope,
  snapshotId: string | null,
): Promise<CommandAnswer> {
  await assertEnvironment(platform, scope);
  const snapshot = await findSealedSnapshot(platform.database, scope, snapshotId);
  if (snapshot === null) throw noSuchSnapshot(scope, snapshotId);
  const content = await readSnapshotContent(platform.database, scope, snapshot.snapshotId);
  return snapshotAnswer(snapshot, content);
}

/** Says whether there is none at all, or none of this id, and what to do. */
export function noSuchSnapshot(scope: RunScope, snapshotId: string | null): CommandFault {
  const at = `--workspace ${scope.workspaceId} --environment ${scope.environmentId}`;
  return new CommandFault(
    snapshotId === null
      ? `There is no snapshot yet. Capture one: platform snapshot capture ${at}`
      : `There is no sealed snapshot ${snapshotId} in this environment. See: platform snapshot list ${at}`,
    EXIT.notFound,
  );
}
