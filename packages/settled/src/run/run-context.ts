import type { ArtifactRef } from "./artifact-ref.ts";
import type { DispatchRecord } from "./dispatch-record.ts";
import type { JsonValue } from "./json-value.ts";
import type { ReconciliationRecord } from "./reconciliation-record.ts";

/** What the library keeps beside a run. Keys that this release does not know are kept as they are. */
export interface RunContext {
  readonly dispatch?: DispatchRecord;
  /** W3C trace headers taken on start. */
  readonly trace?: Readonly<Record<string, string>>;
  /** The artifact that the worker's own finish recorded. */
  readonly related?: ArtifactRef;
  /** Why the worker's own finish ended the run as it did. */
  readonly reason?: string;
  readonly reconciliation?: ReconciliationRecord;
  readonly [key: string]: unknown;
}

/** Keys that only the library writes; a client that sends one is refused. */
export const SERVER_OWNED_KEYS: readonly string[] = [
  "dispatch",
  "trace",
  "related",
  "reason",
  "reconciliation",
];

export type StoredContext = { readonly [key: string]: JsonValue };

/** The artifact that proves the outcome: the last decision's, else the one that finish recorded. */
export function relatedOf(context: RunContext): ArtifactRef | null {
  if (context.reconciliation !== undefined) return context.reconciliation.related;
  return context.related ?? null;
}

/** The reason code of the outcome: the last decision's, else the one that finish recorded. */
export function reasonOf(context: RunContext): string | null {
  return context.reconciliation?.reason ?? context.reason ?? null;
}
