import type { RunScope, SqlExecutor } from "settled";
import type { Platform } from "../../platform.ts";
import { asExecutor } from "../../store/as-executor.ts";

const READ_TIMEOUT_MS = 10_000;

/** Looks at one read-only moment of a workspace, under its row-level security. */
export function readAtOneMoment<Result>(
  { settled }: Platform,
  { workspaceId, environmentId }: RunScope,
  look: (on: SqlExecutor) => Promise<Result>,
): Promise<Result> {
  const scope = { workspaceId, environmentId };
  const options = { timeoutMs: READ_TIMEOUT_MS };
  return settled.truth.withTruth(scope, options, (truth) => look(asExecutor(truth)));
}
