import type { EnvironmentReview } from "../review/review.ts";
import { isWithheld } from "./pack-source.ts";
import { PACK_PROFILES, type PackProfile } from "./pack-profile.ts";
import type { ReviewPack } from "./review-pack.ts";

/** What somebody would get who asked for the pack of a profile now. */
export type Readiness = { readonly profile: PackProfile } & (
  | { readonly state: "ready"; readonly pack: ReviewPack; readonly isStale: boolean }
  | { readonly state: "failed" | "revoked"; readonly pack: ReviewPack }
  | { readonly state: "not_rendered" | "would_be_stale" | "review_withheld"; readonly pack: null }
);

/** Pure: how each profile of a review stands. Of several packs the newest that stands counts, else the newest. */
export function readinessOf(
  placed: { readonly review: Pick<EnvironmentReview, "status">; readonly isStale: boolean },
  packs: readonly ReviewPack[],
): readonly Readiness[] {
  return PACK_PROFILES.map((profile): Readiness => {
    if (isWithheld(placed.review)) return { profile, state: "review_withheld", pack: null };
    const ofProfile = packs.filter((pack) => pack.profile === profile);
    const pack = ofProfile.find(({ standing }) => standing.status === "ready") ?? ofProfile[0];
    if (pack === undefined) {
      return { profile, state: placed.isStale ? "would_be_stale" : "not_rendered", pack: null };
    }
    const { status } = pack.standing;
    return status === "ready"
      ? { profile, state: "ready", pack, isStale: placed.isStale }
      : { profile, state: status, pack };
  });
}
