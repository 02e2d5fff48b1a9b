import { z } from "zod";
import { FILE_JSON } from "./pack-schemas.ts";

export const PUBLISHED_ENVIRONMENT_JSON = z.strictObject({
  id: z.string(),
  name: z.string(),
  published: z.number(),
  newest_published_at: z.iso.datetime().nullable(),
});

export const PUBLISHED_REVIEW_LINE_JSON = z.strictObject({
  kind: z.literal("review"),
  review_id: z.uuid(),
  sequence: z.number(),
  period: z.string(),
  as_of: z.iso.datetime(),
  published_at: z.iso.datetime(),
});

export const PUBLISHED_PACK_LINE_JSON = z.strictObject({
  kind: z.literal("pack"),
  pack_id: z.uuid(),
  sequence: z.number(),
  period: z.string(),
  as_of: z.iso.datetime(),
  published_at: z.iso.datetime(),
});

const BLOCK_JSON = z.looseObject({
  kind: z.enum(["heading", "paragraph", "note", "list", "table", "facts", "bars"]),
});

/** The words are those of the customer pack: without who decided what and why, and without anything internal. */
export const PUBLISHED_REVIEW_JSON = PUBLISHED_REVIEW_LINE_JSON.extend({
  title: z.string(),
  environment: z.string(),
  baseline: z.strictObject({ name: z.string(), version: z.number() }).nullable(),
  fingerprint: z.string().nullable(),
  document_hash: z.string(),
  verdict: z.string(),
  tiles: z.array(z.strictObject({ label: z.string(), figure: z.number(), note: z.string() })),
  blocks: z.array(BLOCK_JSON),
  changes: z.array(BLOCK_JSON).describe("Of the blocks: what changed since the last review."),
  decisions: z.array(BLOCK_JSON).describe("Of the blocks: what the customer is asked to decide."),
});

export const PUBLISHED_PACK_JSON = PUBLISHED_PACK_LINE_JSON.extend({
  files: z.array(FILE_JSON),
});
