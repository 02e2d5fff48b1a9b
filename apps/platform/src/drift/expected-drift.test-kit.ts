import type { Change } from "../demo-data/change.ts";
import type { ChangeLine } from "../review/changes-since.ts";
import { EXPORTED_TYPES, isCovered, type Pair } from "./demo-month.test-kit.ts";
import type { DriftReport } from "./drift-report.ts";

/** A difference as one line of text, whatever found it. */
function line(...parts: readonly unknown[]): string {
  return parts.map((part) => (typeof part === "string" ? part : JSON.stringify(part))).join(" | ");
}

const NO_DRIFT = new Set([
  "unreadable",
  "incomplete",
  "ambiguous",
  "not_assessed",
  "setting_conflict",
]);

export function driftLines({ findings }: DriftReport): readonly string[] {
  return findings
    .filter(({ kind }) => !NO_DRIFT.has(kind))
    .map((one) => line(one.kind, one.type, one.policy, one.path, one.expected, one.found))
    .sort();
}

/** What the truth of two months says, where an absence may be stated at all. */
export function expectedDrift({ before, now, changes }: Pair): readonly string[] {
  return changes.flatMap((change) => expectedOf(change, { before, now })).sort();
}

function expectedOf(change: Change, { before, now }: Omit<Pair, "changes">): readonly string[] {
  const type = EXPORTED_TYPES[change.type] ?? "";
  const { kind, policy, path } = change;
  switch (kind) {
    case "touched":
    case "recreated":
      return [];
    case "missing_policy":
      return isCovered(now, type) ? [line(kind, type, policy, null, null, null)] : [];
    case "extra_policy":
      return isCovered(before, type) ? [line(kind, type, policy, null, null, null)] : [];
    case "renamed":
      return [line(kind, type, change.after, null, change.before, change.after)];
    case "setting_changed":
    case "setting_missing":
    case "setting_extra":
    case "assignment_changed":
    case "state_changed":
      return [line(kind, type, policy, path, change.before, change.after)];
  }
}

const CHANGE_NAMES = {
  setting_changed: "setting_changed",
  setting_missing: "setting_removed",
  setting_extra: "setting_added",
  assignment_changed: "assignment_changed",
  state_changed: "state_changed",
} as const;

export function changeLines(lines: readonly ChangeLine[]): readonly string[] {
  return lines
    .filter(({ kind }) => kind !== "became_unreadable" && kind !== "readable_again")
    .map((one) => line(one.kind, one.type, one.policy, one.path, one.before, one.after))
    .sort();
}

export function expectedChanges({ before, now, changes }: Pair): readonly string[] {
  return changes.flatMap((change) => changeOf(change, { before, now })).sort();
}

function changeOf(change: Change, { before, now }: Omit<Pair, "changes">): readonly string[] {
  const type = EXPORTED_TYPES[change.type] ?? "";
  const { kind, policy, path } = change;
  switch (kind) {
    case "touched":
      return [];
    case "recreated":
      return [line("policy_recreated", type, policy, null, change.before, change.after)];
    case "missing_policy":
      return isCovered(now, type) ? [line("policy_removed", type, policy, null, null, null)] : [];
    case "extra_policy":
      return isCovered(before, type) ? [line("policy_added", type, policy, null, null, null)] : [];
    case "renamed":
      return [line("policy_renamed", type, change.after, null, change.before, change.after)];
    case "setting_changed":
    case "setting_missing":
    case "setting_extra":
    case "assignment_changed":
    case "state_changed":
      return [line(CHANGE_NAMES[kind], type, policy, path, change.before, change.after)];
  }
}
