import type { OperationRun } from "../../run/operation-run.ts";
import type { RunEvent } from "../../run/run-event.ts";
import { SettledError } from "../../run/settled-error.ts";

/** What JSON keeps of the value, frozen. Refuses, as PostgreSQL does, text that jsonb cannot hold. */
export function asStoredJson<Value>(value: Value): Value {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw notStorable();
  return JSON.parse(text, (key, entry: unknown) => {
    checkStorable(key);
    if (typeof entry === "string") checkStorable(entry);
    return typeof entry === "object" && entry !== null ? Object.freeze(entry) : entry;
  }) as Value;
}

/** The run as it is kept: its JSON is nobody else's. */
export function asStoredRun(run: OperationRun): OperationRun {
  return copyOfRun({
    ...run,
    initiator: asStoredJson(run.initiator),
    input: asStoredJson(run.input),
    context: asStoredJson(run.context),
    summary: asStoredJson(run.summary),
    progress: asStoredJson(run.progress),
    failure: asStoredJson(run.failure),
  });
}

/** A frozen copy. Only the times are copied: all else is frozen already. */
export function copyOfRun(run: OperationRun): OperationRun {
  return Object.freeze({
    ...run,
    createdAt: new Date(run.createdAt),
    queuedAt: new Date(run.queuedAt),
    startedAt: copyOfTime(run.startedAt),
    completedAt: copyOfTime(run.completedAt),
    dueAt: copyOfTime(run.dueAt),
    cancelRequestedAt: copyOfTime(run.cancelRequestedAt),
  });
}

export function copyOfEvent(event: RunEvent): RunEvent {
  return Object.freeze({ ...event, at: new Date(event.at) });
}

function copyOfTime(time: Date | null): Date | null {
  return time === null ? null : new Date(time);
}

function checkStorable(text: string): void {
  if (text.includes("\u0000") || !text.isWellFormed()) throw notStorable();
}

function notStorable(): SettledError {
  return new SettledError("value_not_storable", "The store cannot hold one of the values.");
}
