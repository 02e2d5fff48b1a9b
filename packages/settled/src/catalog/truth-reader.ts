import type { RunScope } from "../run/scope.ts";

/**
 * What an adapter may use to look at the business truth of one run: SELECTs in a read-only transaction under
 * row-level security of the run's own workspace, until the signal fires.
 */
export interface TruthReader {
  readonly scope: RunScope;
  readonly signal: AbortSignal;
  query<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}
