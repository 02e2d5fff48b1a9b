export { defineOperation, type OperationInput } from "./catalog/define-operation.ts";
export {
  type AnyOperation,
  createOperationCatalog,
  type OperationCatalog,
} from "./catalog/operation-catalog.ts";
export type { ArtifactDefinition, ArtifactFacts } from "./catalog/artifact-definition.ts";
export type {
  OperationCopy,
  OperationDefinition,
  ReasonCopy,
} from "./catalog/operation-definition.ts";
export type { ReconciliationAdapter } from "./catalog/reconciliation-adapter.ts";
export type { ArtifactProof, ReconciliationDecision } from "./catalog/reconciliation-decision.ts";
export type { SqlExecutor } from "./catalog/sql-executor.ts";
export type { OperationHandler, RunResult, TrackedRun } from "./catalog/tracked-run.ts";
export type { TruthReader } from "./catalog/truth-reader.ts";
export { createSettled, type Settled, type SettledOptions } from "./create-settled.ts";
export type { AuditEntry, AuditLog } from "./ports/audit-log.ts";
export type { AuditFilter, AuditReader, AuditRecord } from "./ports/audit-reader.ts";
export type { AccessAnswer, AccessPolicy, AccessReach } from "./ports/access-policy.ts";
export { type Clock, SYSTEM_CLOCK } from "./ports/clock.ts";
export type { EventFeed, EventTail, FeedStep, FollowInput, ToldEvent } from "./ports/event-tail.ts";
export { type FaultPoints, NO_FAULTS } from "./ports/fault-points.ts";
export { type Logger, SILENT_LOGGER } from "./ports/logger.ts";
export type { EngineDriver, JobState } from "./ports/engine-driver.ts";
export { NO_TELEMETRY, type Telemetry } from "./ports/telemetry.ts";
export type { RunFilter, RunReader } from "./ports/run-reader.ts";
export type { ReconcileReport } from "./reconcile/reconcile-options.ts";
export type { Actor, Asker, Initiator } from "./run/actor.ts";
export type { ArtifactRef } from "./run/artifact-ref.ts";
export {
  isActive,
  type OperationRun,
  type RunOutcome,
  type RunStatus,
} from "./run/operation-run.ts";
export { redact } from "./run/redact.ts";
export { reasonOf, relatedOf } from "./run/run-context.ts";
export type { ReconciliationCheck, ReconciliationRecord } from "./run/reconciliation-record.ts";
export type { RunEvent } from "./run/run-event.ts";
export {
  asEnvironmentId,
  asRunId,
  asWorkspaceId,
  type EnvironmentId,
  isRunId,
  type RunId,
  type RunScope,
  SCOPE_NAME,
  type WorkspaceId,
} from "./run/scope.ts";
export { isSettledError, SettledError, type SettledErrorCode } from "./run/settled-error.ts";
export type { StartAnswer, StartInput } from "./start/start-operation.ts";
export type { WorkerHandle, WorkerOptions } from "./start-worker.ts";
export type { WebhookDesk } from "./webhooks/webhook-desk.ts";
export type { WebhookOptions } from "./webhooks/webhook-settings.ts";
