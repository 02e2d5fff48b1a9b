import { z } from "zod";
import { DISPOSITIONS } from "../../drift/disposition.ts";
import { FINDING_KINDS } from "../../drift/drift-finding.ts";
import { SEVERITIES } from "../../drift/severity.ts";

export const DECISION_JSON = z.strictObject({
  finding_key: z.string(),
  disposition: z.enum(DISPOSITIONS),
  actor: z.string(),
  reason: z.string(),
  decided_at: z.iso.datetime(),
  expires_at: z.iso.datetime().nullable(),
});

export const FINDING_JSON = z.strictObject({
  finding_key: z.string(),
  kind: z.enum(FINDING_KINDS),
  severity: z.enum(SEVERITIES),
  type: z.string(),
  match_key: z.string(),
  policy: z.string(),
  other_policy: z.string().nullable(),
  matched_by: z.enum(["pinned", "name", "content"]).nullable(),
  path: z.string().nullable(),
  expected: z.unknown(),
  found: z.unknown(),
  weakened: z.boolean(),
  evidence: z.array(z.string()),
  decision: DECISION_JSON.nullable(),
});

export const COMPARISON_JSON = {
  baseline: z
    .strictObject({
      baseline_id: z.uuid(),
      name: z.string(),
      version: z.number(),
      version_hash: z.string(),
    })
    .nullable(),
  snapshot_id: z.uuid(),
  snapshot_hash: z.string(),
};

export const DISPOSITION_RECORD_JSON = DECISION_JSON.extend({
  disposition_id: z.uuid(),
  baseline_id: z.uuid().nullable(),
});
