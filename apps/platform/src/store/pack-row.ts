import type { RunId } from "settled";
import type { PackMake } from "../pack/pack-fingerprint.ts";
import type { PackProfile } from "../pack/pack-profile.ts";
import type { PackStanding, ReviewPack } from "../pack/review-pack.ts";

export interface PackRow extends PackMake {
  readonly pack_id: string;
  readonly environment_id: string;
  readonly review_id: string;
  readonly profile: PackProfile;
  readonly status: PackStanding["status"];
  readonly rendered_by_run_id: RunId;
  readonly files_hash: string | null;
  readonly failure: string | null;
  readonly failure_detail: string | null;
  readonly revoked_at: Date | null;
  readonly revoked_by: string | null;
  readonly revoke_reason: string | null;
  readonly created_at: Date;
}

export function asReviewPack(row: PackRow): ReviewPack {
  const { renderer_version, locale, redaction_version, branding_hash } = row;
  const { predecessor_fingerprint, pack_fingerprint } = row;
  return {
    packId: row.pack_id,
    environmentId: row.environment_id,
    reviewId: row.review_id,
    profile: row.profile,
    make: {
      renderer_version,
      locale,
      redaction_version,
      branding_hash,
      predecessor_fingerprint,
      pack_fingerprint,
    },
    standing: standingOf(row),
    renderedByRunId: row.rendered_by_run_id,
    createdAt: row.created_at,
  };
}

/** The table's checks hold what belongs together; the empty text can stand nowhere in practice. */
function standingOf(row: PackRow): PackStanding {
  const filesHash = row.files_hash ?? "";
  switch (row.status) {
    case "ready":
      return { status: "ready", filesHash };
    case "failed":
      return {
        status: "failed",
        failure: row.failure ?? "",
        detail: row.failure_detail ?? "",
      };
    case "revoked":
      return {
        status: "revoked",
        filesHash,
        revocation: {
          at: row.revoked_at ?? row.created_at,
          by: row.revoked_by ?? "",
          reason: row.revoke_reason ?? "",
        },
      };
  }
}
