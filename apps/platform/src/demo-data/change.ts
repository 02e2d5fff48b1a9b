import type { Month } from "./month.ts";
import type { ExportType } from "./policy.ts";

/** The ten ways in which a tenant differs from the month before. */
export const CHANGE_KINDS = [
  "setting_changed",
  "setting_missing",
  "setting_extra",
  "missing_policy",
  "extra_policy",
  "renamed",
  "recreated",
  "touched",
  "assignment_changed",
  "state_changed",
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A leaf's value, a name, an id, a moment or a sorted list; null = not there. Lists are sets, hence sorted. */
export type ChangeValue = string | number | boolean | readonly string[] | null;

/** One true difference between two neighbouring months, one entry for every leaf. */
export interface Change {
  readonly from: Month;
  readonly to: Month;
  readonly kind: ChangeKind;
  readonly type: ExportType;
  /** Name and id in the earlier month; of an extra policy, those it came with. */
  readonly policy: string;
  readonly policyId: string;
  /** Leaf path; null when the change is about the policy as a whole. */
  readonly path: string | null;
  readonly before: ChangeValue;
  readonly after: ChangeValue;
}
