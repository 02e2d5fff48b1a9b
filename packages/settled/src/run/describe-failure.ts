import type { RunFailure } from "./run-failure.ts";
import { hidden, isSecretKey } from "./redact.ts";
import { ERROR_TEXT_BYTES_MAX, NAME_BYTES_MAX, safeText } from "./safe-text.ts";

const UNREADABLE = "The error could not be read.";
const CAUSES_MAX = 5;
const ERRORS_MAX = 5;

/** What was thrown, as text that can be stored. Never throws, whatever its getters and `toString` do. */
export function describeFailure(thrown: unknown, attempt: number): RunFailure {
  return {
    name: safeText(
      attemptRead(() => nameOf(thrown), "Error"),
      NAME_BYTES_MAX,
    ),
    message: safeText(
      attemptRead(() => messageOf(thrown), UNREADABLE),
      ERROR_TEXT_BYTES_MAX,
    ),
    stack: stackOf(thrown),
    attempt,
  };
}

/** An error that every engine can store, in place of the one that the handler threw. */
export function asPlainError(failure: RunFailure): Error {
  const error = new Error(failure.message);
  error.name = failure.name;
  error.stack = `${failure.name}: ${failure.message}`;
  return error;
}

function nameOf(thrown: unknown): string {
  if (thrown instanceof Error) return String(thrown.name);
  return thrown === null ? "null" : typeof thrown;
}

function messageOf(thrown: unknown): string {
  const messages: string[] = [];
  let current: unknown = thrown;
  for (let depth = 0; depth < CAUSES_MAX && current !== undefined; depth += 1) {
    messages.push(current instanceof Error ? ownMessageOf(current) : textOf(current));
    current = current instanceof Error ? current.cause : undefined;
  }
  return messages.join(" / caused by: ");
}

/** Node tells a refused connection as an error of many errors, which says nothing itself. */
function ownMessageOf(error: Error): string {
  const own = String(error.message);
  if (!(error instanceof AggregateError)) return own;
  const within = error.errors
    .slice(0, ERRORS_MAX)
    .map((one: unknown) => (one instanceof Error ? String(one.message) : textOf(one)));
  return [own, ...within].filter((message) => message !== "").join(" / ");
}

function textOf(value: unknown): string {
  if (typeof value === "object" && value !== null) {
    return JSON.stringify(value, unlessSecret) ?? UNREADABLE;
  }
  return String(value);
}

function unlessSecret(key: string, value: unknown): unknown {
  return isSecretKey(key) && value !== null ? hidden() : value;
}

function stackOf(thrown: unknown): string | null {
  const stack = attemptRead(() => (thrown instanceof Error ? thrown.stack : undefined), undefined);
  return typeof stack === "string" ? safeText(stack, ERROR_TEXT_BYTES_MAX) : null;
}

function attemptRead<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
