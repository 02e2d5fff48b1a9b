import type { OperationCatalog } from "../catalog/operation-catalog.ts";
import type { RunLifecycle } from "../lifecycle/run-lifecycle.ts";
import type { CheckLog } from "../ports/check-log.ts";
import type { EngineDriver } from "../ports/engine-driver.ts";
import type { FaultPoints } from "../ports/fault-points.ts";
import type { Logger } from "../ports/logger.ts";
import type { RunReader } from "../ports/run-reader.ts";
import type { TransactionRunner } from "../ports/sql-executor.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import type { TruthSource } from "../ports/truth-source.ts";
import type { Actor } from "../run/actor.ts";
import type { BulkPart } from "../run/bulk-part.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { ReconciliationTrigger } from "../run/reconciliation-record.ts";
import type { Verdict } from "./verdict-of.ts";

export interface ReconcileOptions {
  readonly catalog: OperationCatalog;
  readonly reader: RunReader;
  readonly lifecycle: RunLifecycle;
  readonly driver: EngineDriver;
  readonly transactions: TransactionRunner;
  readonly truth: TruthSource;
  readonly checks: CheckLog;
  readonly faults: FaultPoints;
  readonly logger: Logger;
  readonly telemetry?: Telemetry;
  /** How long `gather` may take; 5 s unless said. */
  readonly adapterTimeoutMs?: number;
}

export interface ReconcileInput {
  readonly run: OperationRun;
  readonly actor: Actor;
  /** What made somebody look, where more is known than the run says. */
  readonly hint?: ReconciliationTrigger;
  /** Set by the sweeper: the run was claimed as due, this long after it was settled (if it was). */
  readonly claimed?: { readonly settledForMs: number };
  /** Says what would change and changes nothing. */
  readonly dryRun?: boolean;
  /** Why a person had it looked at, in their own words; kept in the event. */
  readonly because?: string;
  /** The action on many runs that this belongs to; kept in the event. */
  readonly partOf?: BulkPart;
  /** Judges the run as it was given or not at all: one that was written meanwhile is left as it is. */
  readonly onlyThisVersion?: boolean;
}

/** What was found, and what became of it. */
export interface ReconcileReport {
  readonly run: OperationRun;
  readonly found:
    | Verdict
    | { readonly kind: "left_alone"; readonly because: string }
    | { readonly kind: "unknown_operation" }
    | { readonly kind: "hand_over" | "redispatch" };
  readonly changed: boolean;
}
