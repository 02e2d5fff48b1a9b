import { z } from "zod";
import { PACK_PROFILES } from "../../pack/pack-profile.ts";
import { PUBLICATION_JSON } from "./review-schemas.ts";

export const FILE_JSON = z.strictObject({
  path: z.string(),
  media_type: z.string(),
  bytes: z.number(),
  sha256: z.string(),
});

export const PACK_LINE_JSON = z.strictObject({
  id: z.uuid(),
  environment_id: z.string(),
  review_id: z.uuid(),
  profile: z.enum(PACK_PROFILES),
  status: z.enum(["ready", "failed", "revoked"]),
  renderer_version: z.string(),
  locale: z.string(),
  redaction_version: z.string(),
  branding_hash: z.string(),
  predecessor_fingerprint: z.string().nullable(),
  pack_fingerprint: z.string(),
  rendered_by_run_id: z.string(),
  created_at: z.iso.datetime(),
  failure: z.string().nullable(),
  revoked: z.strictObject({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).nullable(),
});

/** A pack in its list: with what tells whether it may be used. */
export const LISTED_PACK_JSON = PACK_LINE_JSON.extend({
  review_sequence: z.number(),
  stale: z.boolean().describe("Its review was replaced."),
  delivery: z.enum(["open", "failed", "revoked", "review_withheld"]),
  published: z.boolean(),
});

export const PACK_JSON = LISTED_PACK_JSON.omit({ published: true }).extend({
  files: z.array(FILE_JSON),
  publication: PUBLICATION_JSON.nullable(),
});

export const READINESS_JSON = z.strictObject({
  profile: z.enum(PACK_PROFILES),
  state: z.enum([
    "ready",
    "failed",
    "revoked",
    "not_rendered",
    "would_be_stale",
    "review_withheld",
  ]),
  stale: z.boolean().nullable(),
  pack_id: z.uuid().nullable(),
});

export const PACK_SET_LINE_JSON = z.strictObject({
  id: z.uuid(),
  environment_id: z.string(),
  review_id: z.uuid(),
  made_by_run_id: z.string(),
  fingerprint: z.string(),
  status: z.enum(["ready", "partial", "revoked"]),
  created_at: z.iso.datetime(),
});

export const PACK_SET_JSON = PACK_SET_LINE_JSON.extend({
  review_sequence: z.number(),
  stale: z.boolean(),
  members: z.array(
    z.strictObject({
      profile: z.enum(PACK_PROFILES),
      pack_id: z.uuid().nullable(),
      missing: z.string().nullable(),
    }),
  ),
});
