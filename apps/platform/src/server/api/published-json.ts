import type { z } from "zod";
import { changesSection } from "../../pack/brief/changes-section.ts";
import { composeBrief } from "../../pack/brief/compose-brief.ts";
import { decisionsSection } from "../../pack/brief/decisions-section.ts";
import type { PackSource } from "../../pack/pack-source.ts";
import { redactInput } from "../../pack/redact-input.ts";
import type { EnvironmentReview } from "../../review/review.ts";
import type { Publication } from "../../store/publication-store.ts";
import type { FoundPack } from "../gather-pack.ts";
import type {
  PUBLISHED_PACK_JSON,
  PUBLISHED_PACK_LINE_JSON,
  PUBLISHED_REVIEW_JSON,
  PUBLISHED_REVIEW_LINE_JSON,
} from "./published-schemas.ts";

export function publishedReviewLine(
  { publishedAt }: Publication,
  review: EnvironmentReview,
): z.output<typeof PUBLISHED_REVIEW_LINE_JSON> {
  return {
    kind: "review",
    review_id: review.reviewId,
    ...momentOf(review),
    published_at: publishedAt.toISOString(),
  };
}

/** The review in the words of the customer pack, made of the same input. */
export function publishedReviewJson(
  publication: Publication,
  { review, input }: Extract<PackSource, { kind: "found" }>,
): z.output<typeof PUBLISHED_REVIEW_JSON> {
  const fingerprint = review.fingerprint ?? review.documentHash;
  const told = redactInput({ ...input, profile: "customer", fingerprint });
  const brief = composeBrief(told);
  const { baseline } = input.document;
  return {
    ...publishedReviewLine(publication, review),
    title: brief.title,
    environment: brief.cover.environment,
    baseline: baseline === null ? null : { name: baseline.name, version: baseline.version },
    fingerprint: review.fingerprint,
    document_hash: review.documentHash,
    verdict: brief.verdict,
    tiles: brief.tiles.map(({ label, figure, note }) => ({ label, figure, note })),
    blocks: [...brief.summary, ...brief.body],
    changes: [...changesSection(told)],
    decisions: [...decisionsSection(told)],
  };
}

export function publishedPackLine(
  { publishedAt }: Publication,
  { pack, placed }: FoundPack,
): z.output<typeof PUBLISHED_PACK_LINE_JSON> {
  return {
    kind: "pack",
    pack_id: pack.packId,
    ...momentOf(placed.review),
    published_at: publishedAt.toISOString(),
  };
}

export function publishedPackJson(
  publication: Publication,
  found: FoundPack,
): z.output<typeof PUBLISHED_PACK_JSON> {
  return { ...publishedPackLine(publication, found), files: [...found.files] };
}

function momentOf({ sequence, periodKey, asOf }: EnvironmentReview) {
  return { sequence, period: periodKey, as_of: asOf.toISOString() };
}
