import type { ChangesSince } from "../review/changes-since.ts";
import type { ReviewDocument } from "../review/review-document.ts";
import type { PackProfile } from "./pack-profile.ts";

/** The columns of a review that a pack prints; none of them changes once the review stands. */
export interface PackReview {
  readonly review_id: string;
  readonly sequence: number;
  /** False = there is no earlier review that it could be compared with. */
  readonly has_predecessor: boolean;
  readonly period_key: string;
  /** ISO 8601. */
  readonly as_of: string;
  readonly fingerprint: string | null;
  readonly document_hash: string;
}

/** Names that are printed and may change while the review stays the same. */
export interface PackBranding {
  readonly provider_name: string;
  readonly environment_name: string;
}

/** What changed since the predecessor, and whether everything could be read both times. */
export interface PackChanges extends ChangesSince {
  readonly all_read: boolean;
}

/** Everything that a pack is a pure function of. */
export interface PackInput {
  readonly profile: PackProfile;
  readonly document: ReviewDocument;
  /** Null = no comparison with a predecessor is printed. */
  readonly changes: PackChanges | null;
  readonly review: PackReview;
  readonly branding: PackBranding;
  readonly fingerprint: string;
}
