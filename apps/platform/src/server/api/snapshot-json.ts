import { z } from "zod";
import { remarkWords } from "../../snapshot/remark-words.ts";
import { type ItemType, typeLabel } from "../../provider/policy-type.ts";
import type { SnapshotItem } from "../../snapshot/snapshot.ts";

export const SNAPSHOT_LINE_JSON = z.strictObject({
  id: z.uuid(),
  state: z.enum(["building", "sealed", "failed"]),
  snapshot_hash: z.string(),
  normaliser_version: z.string(),
  captured_by_run_id: z.string(),
  sealed_at: z.iso.datetime(),
  counts: z.record(z.string(), z.number()),
});

/** In a list, coverage is counted; which types those are is told of one snapshot. */
export const LISTED_SNAPSHOT_JSON = SNAPSHOT_LINE_JSON.extend({
  coverage: z.strictObject({ types: z.number(), complete: z.number() }),
});

/** `coverage` and `ignored` are null where the snapshot is not intact. */
export const SNAPSHOT_JSON = SNAPSHOT_LINE_JSON.extend({
  intact: z.boolean(),
  coverage: z
    .array(
      z.strictObject({
        type: z.string(),
        status: z.string(),
        items: z.number(),
        reason: z.string(),
        label: z.string(),
        area: z.string(),
        meaning: z.string(),
        next_step: z.string(),
      }),
    )
    .nullable(),
  ignored: z
    .array(z.strictObject({ file: z.string(), reason: z.string(), meaning: z.string() }))
    .nullable(),
});

export const SNAPSHOT_ITEM_JSON = z.strictObject({
  type: z.string(),
  key: z.string(),
  state: z.enum(["ok", "unreadable", "incomplete", "ambiguous"]),
  name: z.string(),
  file: z.string(),
  provider_id: z.string().nullable(),
  content_hash: z.string().nullable(),
  assignment_hash: z.string().nullable(),
  settings: z.strictObject({ declared: z.number().nullable(), actual: z.number().nullable() }),
  remarks: z.array(z.string()),
  label: z.string().describe("What its type is called."),
  meaning: z.string().describe("What is odd about it, in words; empty where nothing is."),
});

export function snapshotItemJson(item: SnapshotItem): z.output<typeof SNAPSHOT_ITEM_JSON> {
  return {
    type: item.type,
    key: item.itemKey,
    state: item.state,
    name: item.displayName,
    file: item.file,
    provider_id: item.providerId,
    content_hash: item.contentHash,
    assignment_hash: item.assignmentHash,
    settings: { declared: item.declaredSettings, actual: item.actualSettings },
    remarks: [...item.remarks],
    label: typeLabel(item.type as ItemType),
    meaning: remarkWords(item.remarks),
  };
}
