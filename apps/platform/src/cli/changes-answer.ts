import type { ChangeLine } from "../review/changes-since.ts";
import type { EnvironmentSnapshot } from "../snapshot/snapshot.ts";
import { differenceWords } from "./difference-words.ts";
import type { CommandAnswer } from "./write-output.ts";

export function changesAnswer(
  before: EnvironmentSnapshot,
  now: EnvironmentSnapshot,
  changes: readonly ChangeLine[],
): CommandAnswer {
  return {
    json: { from_snapshot_id: before.snapshotId, to_snapshot_id: now.snapshotId, changes },
    columns: [
      { title: "CHANGE" },
      { title: "POLICY", widthMin: 22 },
      { title: "WHAT", widthMin: 22 },
    ],
    rows: changes.map((one) => [
      one.kind,
      one.policy,
      differenceWords({ ...one, renamed: one.kind === "policy_renamed" }),
    ]),
    notes: [
      `${changes.length} changes from ${before.sealedAt.toISOString()} to ${now.sealedAt.toISOString()}.`,
    ],
  };
}
