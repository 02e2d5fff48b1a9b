import type { ItemTruth, JudgedItem } from "./item-judgement.ts";
import { isPlannedWrite } from "./restore-plan.ts";

/** How many of the planned writes ended how. */
export interface RestoreCounts {
  readonly planned: number;
  readonly applied: number;
  readonly partly: number;
  readonly notApplied: number;
  readonly unknown: number;
  readonly conflicts: number;
  readonly awaiting: number;
  /** Stood as wanted already, so nothing was planned for them. */
  readonly skipped: number;
}

export function countItems(judged: readonly JudgedItem[]): RestoreCounts {
  const writes = plannedWrites(judged);
  const of = (truth: ItemTruth): number =>
    writes.filter(({ judgement }) => judgement.truth === truth).length;
  return {
    planned: writes.length,
    applied: of("applied"),
    partly: of("partly_applied"),
    notApplied: of("not_applied"),
    unknown: of("unknown"),
    conflicts: of("conflict"),
    awaiting: of("awaiting_external"),
    skipped: judged.length - writes.length,
  };
}

export function plannedWrites(judged: readonly JudgedItem[]): readonly JudgedItem[] {
  return judged.filter(({ item }) => isPlannedWrite(item));
}

export function summaryOf(counts: RestoreCounts): Readonly<Record<string, number>> {
  return {
    planned: counts.planned,
    written: counts.applied,
    partly_written: counts.partly,
    not_written: counts.notApplied,
    not_verified: counts.unknown,
    conflicts: counts.conflicts,
    waiting_for_approval: counts.awaiting,
    as_wanted_already: counts.skipped,
  };
}
