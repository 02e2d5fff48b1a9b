import { defineOperation } from "../catalog/define-operation.ts";
import type { AnyOperation } from "../catalog/operation-catalog.ts";
import { applyBulk, type BulkParts } from "./apply-bulk.ts";
import { createBulkAdapter } from "./bulk-adapter.ts";
import { BULK_INPUT } from "./bulk-input.ts";
import { BULK_OPERATION } from "./bulk-order.ts";
import { bulkRecordArtifact } from "./bulk-record.ts";
import { BULK_REASONS } from "./bulk-reasons.ts";

export interface BulkOperationOptions {
  /** The statement `find-bulk-record.sql`. */
  readonly recordSql: string;
  /** Asked for when a run is executed: by then everything is put together. */
  parts(): BulkParts;
}

const RUN_WITHIN_MS = 3_600_000;
const ENGINE_RETRIES = 3;

/** An action on many runs, as a run of its own. Only the library starts it, after access was asked for each target. */
export function bulkOperation({ recordSql, parts }: BulkOperationOptions): AnyOperation {
  return defineOperation({
    type: BULK_OPERATION,
    label: "Action on many runs",
    offered: false,
    input: BULK_INPUT,
    identity: ({ because: _because, ...work }) => JSON.stringify(work),
    capability: "runs.bulk",
    queue: { name: "operation-runs-bulk", retries: ENGINE_RETRIES },
    timeouts: { runWithinMs: RUN_WITHIN_MS },
    repeatable: true,
    handler: (run) => applyBulk(parts(), run),
    adapter: createBulkAdapter(recordSql),
    artifact: bulkRecordArtifact(recordSql),
    copy: {
      doing: "The action is being taken on the runs, one after another",
      reasons: BULK_REASONS,
    },
  });
}
