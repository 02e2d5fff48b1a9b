import type { OperationRun } from "../run/operation-run.ts";
import { ERROR_TEXT_BYTES_MAX, safeText } from "../run/safe-text.ts";

export interface FailureJson {
  readonly name: string;
  readonly message: string;
  readonly stack: string | null;
  readonly attempt: number;
}

/** The internal detail of the last error. Only for viewers with the capability: the caller has checked it. */
export function asFailureJson(run: OperationRun): FailureJson | null {
  const { failure } = run;
  if (failure === null) return null;
  return {
    name: safeText(failure.name),
    message: safeText(failure.message, ERROR_TEXT_BYTES_MAX),
    stack: failure.stack === null ? null : safeText(failure.stack, ERROR_TEXT_BYTES_MAX),
    attempt: failure.attempt,
  };
}
