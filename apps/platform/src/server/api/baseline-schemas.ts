import { z } from "zod";
import { SEVERITIES } from "../../drift/severity.ts";

export const VERSION_LINE_JSON = z.strictObject({
  version: z.number(),
  version_hash: z.string(),
  entries: z.number(),
  left_out: z.number(),
  source: z.string(),
  released_by: z.string(),
  released_at: z.iso.datetime(),
});

export const BASELINE_LINE_JSON = VERSION_LINE_JSON.extend({
  baseline_id: z.uuid(),
  name: z.string(),
});

const LEFT_OUT_JSON = z.strictObject({
  type: z.string(),
  label: z.string(),
  match_key: z.string(),
  policy: z.string(),
  because: z.enum(["ambiguous", "unreadable", "incomplete"]),
});

const ENTRY_JSON = z.strictObject({
  type: z.string(),
  label: z.string(),
  match_key: z.string(),
  policy: z.string(),
  mode: z.enum(["exact", "at_least"]),
  severity: z.enum(SEVERITIES),
  content_hash: z.string(),
  targets: z.array(z.string()).nullable(),
  excluded_paths: z.array(z.string()),
  rationale: z.string(),
  settings: z.array(z.strictObject({ path: z.string(), value: z.unknown() })),
});

export const BASELINE_VERSION_JSON = z.strictObject({
  baseline_id: z.uuid(),
  name: z.string(),
  version: z.number(),
  version_hash: z.string(),
  released_at: z.iso.datetime(),
  partial_types: z.array(z.string()),
  left_out: z.array(LEFT_OUT_JSON),
  entries: z.array(ENTRY_JSON),
});

export const PIN_JSON = z.strictObject({
  type: z.string(),
  match_key: z.string(),
  provider_id: z.string(),
  pinned_by: z.string(),
  pinned_at: z.iso.datetime(),
});
