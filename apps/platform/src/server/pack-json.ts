import type { Readiness } from "../pack/readiness.ts";
import type { ReviewPack } from "../pack/review-pack.ts";
import type { FoundPack } from "./gather-pack.ts";

/** One pack as a line: what it is made of, and how it stands. */
export function packLineJson({ standing, make, ...pack }: ReviewPack) {
  return {
    id: pack.packId,
    environment_id: pack.environmentId,
    review_id: pack.reviewId,
    profile: pack.profile,
    status: standing.status,
    ...make,
    rendered_by_run_id: pack.renderedByRunId,
    created_at: pack.createdAt.toISOString(),
    failure: standing.status === "failed" ? standing.failure : null,
    revoked:
      standing.status === "revoked"
        ? {
            at: standing.revocation.at.toISOString(),
            by: standing.revocation.by,
            reason: standing.revocation.reason,
          }
        : null,
  };
}

/** `delivery` is `open` where the files are given out, else why they are not. */
export function packJson({ pack, placed, files, delivery }: FoundPack) {
  const { sequence } = placed.review;
  return {
    ...packLineJson(pack),
    review_sequence: sequence,
    stale: placed.isStale,
    delivery,
    files,
  };
}

export function readinessJson(readiness: Readiness) {
  return {
    profile: readiness.profile,
    state: readiness.state,
    stale: readiness.state === "ready" ? readiness.isStale : null,
    pack_id: readiness.pack?.packId ?? null,
  };
}
