import type { LeafValue } from "../normal-form/setting-leaf.ts";

/** One difference between two reviews' snapshots of an environment, told by what happened rather than by what is gone. */
export interface ChangeLine {
  readonly kind:
    | "policy_added"
    | "policy_removed"
    | "policy_renamed"
    | "policy_recreated"
    | "setting_added"
    | "setting_removed"
    | "setting_changed"
    | "setting_moved"
    | "assignment_changed"
    | "state_changed"
    | "became_unreadable"
    | "readable_again";
  readonly type: string;
  readonly policy: string;
  readonly other_policy: string | null;
  readonly path: string | null;
  readonly before: LeafValue;
  readonly after: LeafValue;
}

/** What is derived from a review and its predecessor; never part of either document. */
export interface ChangesSince {
  readonly predecessor: {
    readonly review_id: string;
    readonly sequence: number;
    readonly fingerprint: string;
    readonly period_key: string;
  };
  readonly changes: readonly ChangeLine[];
  readonly open_findings_before: number;
  readonly open_findings_now: number;
}
