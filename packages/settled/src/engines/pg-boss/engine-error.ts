import { isSettledError, SettledError } from "../../run/settled-error.ts";

const QUEUE_NOT_FOUND = "PGBOSS_QUEUE_NOT_FOUND";

/** Runs one call of the engine; what breaks it is told as `engine_unavailable`. */
export async function askEngine<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw asEngineError(error);
  }
}

export function asEngineError(error: unknown): SettledError {
  if (isSettledError(error)) return error;
  const message = isQueueNotFound(error)
    ? "The queue does not exist in pg-boss; prepare the engine first."
    : "pg-boss could not be reached.";
  return new SettledError("engine_unavailable", message, { cause: error });
}

export function isQueueNotFound(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === QUEUE_NOT_FOUND;
}
