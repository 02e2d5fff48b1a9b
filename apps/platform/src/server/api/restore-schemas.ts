import { z } from "zod";

export const RESTORE_LINE_JSON = z.strictObject({
  restore_id: z.uuid(),
  run_id: z.string(),
  environment_id: z.string(),
  snapshot_id: z.uuid(),
  resumes_restore_id: z.uuid().nullable(),
  sealed_at: z.iso.datetime(),
  judged_at: z.iso.datetime().nullable(),
  status: z.string().nullable(),
  outcome: z.string().nullable(),
  reason: z.string().nullable(),
  summary: z.record(z.string(), z.number()),
});

const ITEM_JSON = z.strictObject({
  no: z.number(),
  type: z.string(),
  item_key: z.string(),
  name: z.string(),
  action: z.enum(["create", "update", "assign", "skip"]),
  steps: z.array(z.string()),
  depends_on: z.array(z.unknown()),
  truth: z.string(),
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
  outcome: z.string(),
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
