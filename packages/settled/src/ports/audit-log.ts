import type { Actor } from "../run/actor.ts";
import type { JsonObject } from "../run/json-value.ts";
import type { RunScope } from "../run/scope.ts";
import type { SqlExecutor } from "./sql-executor.ts";

/** One thing that somebody did which no run's own events tell of. Names are snapshots: they outlive what they name. */
export interface AuditEntry extends RunScope {
  readonly actor: Actor;
  /** `noun.verb`, such as `member.add`. */
  readonly action: string;
  readonly target: { readonly type: string; readonly id: string; readonly name: string | null };
  readonly reason: string | null;
  /** What was changed: never a secret, never a person's text beyond what they meant to be read. */
  readonly detail: JsonObject;
}

/** What was done beside runs, append-only. What was done to runs stands in their events. */
export interface AuditLog {
  /** Writes the entry in the transaction that does what it tells of: both stand, or neither. */
  record(on: SqlExecutor, entry: AuditEntry): Promise<void>;
}
