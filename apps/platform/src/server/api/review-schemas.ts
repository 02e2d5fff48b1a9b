import { z } from "zod";
import { DECISION_JSON } from "./finding-schemas.ts";
import type { Publication } from "../../store/publication-store.ts";

export const REVIEW_LINE_JSON = z.strictObject({
  id: z.uuid(),
  environment_id: z.string(),
  status: z.enum(["draft", "current", "superseded", "withdrawn", "invalid"]),
  period: z.string(),
  baseline: z.strictObject({ id: z.uuid(), version: z.number().nullable() }).nullable(),
  sequence: z.number(),
  supersedes_id: z.uuid().nullable(),
  completeness: z.number(),
  fingerprint: z.string().nullable(),
  document_hash: z.string(),
  snapshot_id: z.uuid(),
  composed_by_run_id: z.string().nullable(),
  as_of: z.iso.datetime(),
  created_at: z.iso.datetime(),
});

export const PUBLICATION_JSON = z.strictObject({
  published_by: z.string(),
  published_at: z.iso.datetime(),
});

export const RETRACTION_JSON = z.strictObject({
  became: z.enum(["withdrawn", "invalid"]),
  actor: z.string(),
  reason: z.string(),
  retracted_at: z.iso.datetime(),
});

/** The document has a shape of its own, which its template and version name. */
export const REVIEW_JSON = REVIEW_LINE_JSON.extend({
  predecessor_id: z.uuid().nullable(),
  superseded_by_id: z.uuid().nullable(),
  retraction: RETRACTION_JSON.nullable(),
  publication: PUBLICATION_JSON.nullable(),
  last_confirmed_at: z.iso.datetime().nullable(),
  confirmations: z
    .array(
      z.strictObject({
        run_id: z.string(),
        snapshot_id: z.uuid(),
        confirmed_at: z.iso.datetime(),
      }),
    )
    .describe("When the same content was found again, newest first."),
  document_state: z.enum(["intact", "untrustworthy", "withheld"]),
  document: z.record(z.string(), z.unknown()).nullable(),
  answers: z.array(z.unknown()).optional(),
  since_last: z.unknown().optional(),
  restores: z.array(z.unknown()).optional(),
  inputs_changed: z.record(z.string(), z.unknown()).optional(),
  trend: z.array(z.unknown()).optional(),
  decisions: z
    .array(DECISION_JSON)
    .describe("In force now, not at the moment of the review.")
    .optional(),
});

export const RETRACTED_JSON = z.strictObject({
  id: z.uuid(),
  status: z.enum(["withdrawn", "invalid"]),
  current_again_id: z.uuid().nullable(),
});

export function publicationJson(
  publication: Publication | null,
): z.output<typeof PUBLICATION_JSON> | null {
  if (publication === null) return null;
  const { publishedBy, publishedAt } = publication;
  return { published_by: publishedBy, published_at: publishedAt.toISOString() };
}
