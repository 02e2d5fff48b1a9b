import type { LeafValue } from "../normal-form/setting-leaf.ts";
import type { Severity } from "./severity.ts";

/** What can differ between a baseline and an environment; the last four say what could not be judged. */
export const FINDING_KINDS = [
  "missing_policy",
  "extra_policy",
  "setting_changed",
  "setting_missing",
  "setting_extra",
  "setting_moved",
  "setting_conflict",
  "renamed",
  "assignment_changed",
  "state_changed",
  "unreadable",
  "incomplete",
  "ambiguous",
  "not_assessed",
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Which evidence matched a policy of the baseline with one of the environment, the strongest first. */
export type MatchedBy = "pinned" | "name" | "content";

/**
 * One difference. A pure function of baseline version and snapshot, so it holds no clock and no run; the key is the
 * same in every snapshot in which the same thing differs, so decisions about it stick.
 */
export interface DriftFinding {
  /** `finding1:<sha256>` over environment, baseline, type, match key, leaf path and kind. */
  readonly finding_key: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly type: string;
  /** The key by which the policy is matched: its normalised name, `pin:` and the provider id, or the item key. */
  readonly match_key: string;
  /** Name as the environment has it; as the baseline has it where the environment has none. */
  readonly policy: string;
  /** The other policy of it: the earlier name of a renamed one, where a moved setting went, who is in conflict. */
  readonly other_policy: string | null;
  readonly matched_by: MatchedBy | null;
  /** Null where it is about the policy as a whole. */
  readonly path: string | null;
  /** Null = not there. Secret values are replaced by `(secret)` and only ever compared by hash. */
  readonly expected: LeafValue;
  readonly found: LeafValue;
  /** A protection became less strict: a weaker value, enforced to report-only or off, or fewer reached. */
  readonly weakened: boolean;
  /** Hashes of what it was seen in: content, assignment or meta blobs, coverage records. */
  readonly evidence: readonly string[];
}
