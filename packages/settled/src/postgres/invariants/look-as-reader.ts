import type { TruthSource } from "../../ports/truth-source.ts";
import { asWorkspaceId } from "../../run/scope.ts";
import { readInvariantSql } from "./read-invariant-sql.ts";

const LOOK_WITHIN_MS = 5_000;

/** Looks the way an adapter does: under the reader's role, in a scope, read-only. Rejects if it may not. */
export async function lookAsReader(options: {
  readonly truth: TruthSource;
  readonly schema: string;
}): Promise<void> {
  const sql = readInvariantSql(options.schema);
  const scope = { workspaceId: asWorkspaceId("doctor"), environmentId: null };
  await options.truth.withTruth(scope, { timeoutMs: LOOK_WITHIN_MS }, (reader) =>
    reader.query(sql("look-as-reader")),
  );
}
