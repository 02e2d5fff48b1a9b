import { randomUUID } from "node:crypto";
import { rename } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { TargetFault } from "../apps/platform/src/restore/testing/target-fault.ts";
import type { RunOutcome } from "../packages/settled/src/run/operation-run.ts";
import { type RestorePlace, writeTenant } from "./restore-place.ts";

/** One way for a restore's worker to die, and what is true afterwards. */
export interface RestoreCrash {
  /** The row of the table of crash points. */
  readonly row: string;
  /** As SETTLED_FAULT, without `=kill`. */
  readonly point: string;
  readonly visit?: number;
  readonly faults?: (place: RestorePlace) => readonly TargetFault[];
  readonly rescuerFaults?: (places: readonly RestorePlace[]) => readonly TargetFault[];
  readonly before?: (place: RestorePlace) => Promise<void>;
  /** Right after the death; what it answers is done while the look goes on. */
  readonly between?: (place: RestorePlace) => Promise<(() => Promise<void>) | undefined>;
  readonly outcome: RunOutcome;
  readonly reason: string;
}

const CODE = "approve-me";
const AWAY_MS = 4_000;
const failed = (reason: string) => ({ outcome: "failed", reason }) as const;
const PARTLY = { outcome: "partially_succeeded", reason: "partly_written" } as const;
const WRITTEN = { outcome: "succeeded", reason: "restore_written" } as const;
const ask = (reason: string) => ({ outcome: "attention_required", reason }) as const;

// The requests of the plan: 1 updates A, 2 creates B, 3 assigns B, 4 creates C, 5 assigns C.
// oxfmt-ignore
export const RESTORE_CRASHES: readonly RestoreCrash[] = [
  { row: "R0", point: "track.before_begin", ...failed("never_started") },
  { row: "R1", point: "track.after_begin", ...failed("not_planned") },
  { row: "R1", point: "restore.before_plan", ...failed("not_planned") },
  { row: "R2", point: "restore.after_seal", ...failed("nothing_written") },
  { row: "R3 update", point: "restore.after_journal", ...failed("nothing_written") },
  { row: "R3 create", point: "restore.after_journal", visit: 2, ...PARTLY },
  { row: "R4 update", point: "target.after_apply", ...PARTLY },
  { row: "R4 create", point: "target.after_apply", visit: 2, ...PARTLY },
  { row: "R4 lost answer", point: "restore.after_answer", visit: 2, faults: () => [{ fault: "answer_lost_after_apply", at: 2 }], ...PARTLY },
  { row: "R5", point: "restore.after_answer", visit: 2, ...PARTLY },
  { row: "R6", point: "restore.after_ack", visit: 2, ...PARTLY },
  { row: "R7", point: "restore.after_ack", visit: 2, rescuerFaults: staleLooks, ...PARTLY },
  { row: "R8", point: "restore.after_step", visit: 2, ...PARTLY },
  { row: "R9", point: "restore.after_items", faults: () => [{ fault: "put_off", at: 2, status: 503 }], outcome: "partially_succeeded", reason: "partly_written_throttled" },
  { row: "R9 none", point: "restore.after_items", faults: () => [{ fault: "put_off", at: 1, status: 429 }], ...failed("throttled") },
  { row: "R10", point: "restore.after_items", faults: () => [{ fault: "waiting_for_approval", at: 2, code: CODE }], outcome: "blocked", reason: "awaiting_approval" },
  { row: "R11 none", point: "restore.after_items", faults: () => [{ fault: "denied", at: 1 }], outcome: "blocked", reason: "permission" },
  { row: "R11 some", point: "restore.after_items", faults: () => [{ fault: "denied", at: 2 }], outcome: "partially_succeeded", reason: "partly_written_permission" },
  { row: "R12", point: "restore.after_items", ...WRITTEN },
  { row: "R12", point: "commit.after_work", ...WRITTEN },
  { row: "R12", point: "finish.before_write", ...WRITTEN },
  { row: "R12", point: "finish.after_write", ...WRITTEN },
  { row: "R13", point: "restore.after_ack", visit: 2, faults: () => [{ fault: "applied_twice", at: 2 }], ...ask("duplicates_found") },
  { row: "R14", point: "restore.after_items", faults: ({ changedId: id }) => [{ fault: "target_changed", type: "configurationPolicies", id }], ...ask("target_changed") },
  { row: "R15 before writes", point: "finish.before_write", before: anotherTenant, ...failed("not_planned") },
  { row: "R15 after writes", point: "restore.after_ack", between: (place) => anotherTenant(place).then(() => undefined), ...ask("scope_mismatch") },
  { row: "R16", point: "restore.after_ack", visit: 2, between: awayForAWhile, ...PARTLY },
];

/** The first look at each restore does not show yet what was made. */
function staleLooks(places: readonly RestorePlace[]): readonly TargetFault[] {
  const knownIds = places.flatMap((place) => place.knownIds);
  return [{ fault: "stale_read", times: 2 * places.length, knownIds }];
}

function anotherTenant({ root }: RestorePlace): Promise<void> {
  return writeTenant(root, randomUUID());
}

/** The share is gone when the run is looked at, and comes back. */
async function awayForAWhile({ root }: RestorePlace): Promise<() => Promise<void>> {
  await rename(root, `${root}-away`);
  return async () => {
    await sleep(AWAY_MS);
    await rename(`${root}-away`, root);
  };
}
