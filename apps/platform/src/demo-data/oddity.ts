import type { ExportType } from "./policy.ts";

/** What real exports have wrong with them, once each in the demo. */
export const ODDITY_KINDS = [
  "unreadable_file",
  "truncated_policy",
  "duplicate_id",
  "duplicate_name",
  "dangling_group",
  "unlicensed_type",
] as const;

export type OddityKind = (typeof ODDITY_KINDS)[number];

/** A type that no demo tenant owns objects of; the starting customer lacks its licence. */
export const UNLICENSED_TYPE = "DriverUpdateProfiles";

/** An oddity as it stands in one month. It is never counted as drift, unless the tenant itself differs. */
export interface Oddity {
  readonly kind: OddityKind;
  readonly type: ExportType | typeof UNLICENSED_TYPE;
  readonly policy: string | null;
  readonly policyId: string | null;
  /** Paths below the month's folder. */
  readonly files: readonly string[];
  readonly detail: string;
}
