import { z } from "zod";

const STATUSES = ["queued", "running", "completed"] as const;
const OUTCOMES = [
  "succeeded",
  "partially_succeeded",
  "blocked",
  "attention_required",
  "failed",
  "cancelled",
] as const;

export const RESTORE_LINE_JSON = z.strictObject({
  restore_id: z.uuid(),
  run_id: z.string(),
  environment_id: z.string(),
  snapshot_id: z.uuid(),
  resumes_restore_id: z.uuid().nullable(),
  sealed_at: z.iso.datetime(),
  judged_at: z.iso.datetime().nullable(),
  status: z.enum(STATUSES).nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  label: z.string().nullable().describe("Status or outcome in a word."),
  reason: z.string().nullable(),
  summary: z.record(z.string(), z.number()),
});

/** `as_wanted` = nothing was to be written. */
const ITEM_TRUTHS = [
  "applied",
  "not_applied",
  "partly_applied",
  "conflict",
  "unknown",
  "awaiting_external",
  "as_wanted",
] as const;

const ITEM_JSON = z.strictObject({
  no: z.number(),
  type: z.string(),
  type_label: z.string(),
  item_key: z.string(),
  name: z.string(),
  action: z.enum(["create", "update", "assign", "skip"]),
  steps: z.array(z.string()),
  depends_on: z.array(z.unknown()),
  truth: z.enum(ITEM_TRUTHS),
  reason: z.string().nullable(),
  why: z.string(),
  target_id: z.string().nullable(),
  duplicates: z.array(z.unknown()),
  server_defaults: z.array(z.unknown()),
  approval_expires_at: z.string().nullable(),
});

export const ATTEMPT_JSON = z.strictObject({
  no: z.number(),
  item_no: z.number(),
  step: z.enum(["create", "update", "assign", "state"]),
  started_at: z.iso.datetime(),
  outcome: z.enum(["sent", "acked", "verified", "rejected", "unknown"]),
  reason: z.string().nullable(),
  http_status: z.number().nullable(),
  request_id: z.string().nullable(),
  response_id: z.string().nullable(),
  approval_expires_at: z.iso.datetime().nullable(),
});

export const RESTORE_JSON = RESTORE_LINE_JSON.extend({
  plan_hash: z.string(),
  ca_state: z.string(),
  sentence: z.string(),
  items: z.array(ITEM_JSON),
  attempts: z.array(ATTEMPT_JSON),
});

export const PLAN_JSON = z.strictObject({
  snapshot_id: z.uuid(),
  plan_hash: z.string(),
  ca_state: z.string(),
  identity: z.enum(["proven", "other", "unproven", "not_pinned", "unreachable"]),
  summary: z.strictObject({
    would_write: z.number(),
    not_attempted: z.number(),
    as_wanted_already: z.number(),
  }),
  items: z.array(
    z.strictObject({
      no: z.number(),
      type: z.string(),
      type_label: z.string(),
      item_key: z.string(),
      name: z.string(),
      action: z.enum(["create", "update", "assign", "skip"]),
      steps: z.array(z.string()),
      attempted: z.boolean(),
      reason: z.string(),
      why: z.string(),
      detail: z.string().nullable(),
      depends_on: z.array(z.unknown()),
      target_id: z.string().nullable(),
      mappings: z.unknown(),
    }),
  ),
});
