import { join } from "node:path";
import type { SqlExecutor } from "../../ports/sql-executor.ts";
import { DEFAULT_SCHEMA, type NamedSql, readSqlFolder } from "../sql-files.ts";
import { findIllegalMoves } from "./find-illegal-moves.ts";
import { findViolations } from "./find-violations.ts";
import type { Invariant, InvariantReport, InvariantViolation, RunRange } from "./invariant.ts";
import { EVERY_MOVE_IS_LEGAL, INVARIANTS } from "./invariant-list.ts";
import { pageRuns } from "./page-runs.ts";

export interface CheckInvariantsOptions {
  /** Must see every row: an owner of the tables, not a role under row-level security. */
  readonly executor: SqlExecutor;
  readonly schema?: string;
  /** How long the sweepers may take after a worker's death; 23 s unless said. */
  readonly boundMs?: number;
  /**
   * One SELECT over all artifacts of the host with the columns operation_type, run_id (uuid: the run that made it),
   * workspace_id, environment_id, artifact_id, complete. Without it no artifact is looked at.
   */
  readonly truthViews?: string;
  /** Listed for each invariant at most; 100 unless said. */
  readonly violationsMax?: number;
  /** Runs looked at by one statement; 20,000 unless said. */
  readonly pageSize?: number;
}

interface Book {
  readonly invariant: Invariant;
  readonly violations: InvariantViolation[];
}

export const BOUND_MS = 23_000;
const VIOLATIONS_MAX = 100;
const RUNS_PER_PAGE = 20_000;
const SQL_FOLDER = join(import.meta.dirname, "sql");

/**
 * Holds every run against what must always be true of it, from the stored rows alone. Reads and never writes; each
 * statement sees one moment, so a database at work is judged fairly. Memory does not grow with the history.
 */
export async function checkInvariants(
  options: CheckInvariantsOptions,
): Promise<readonly InvariantReport[]> {
  const sql = statementsOf(options);
  const violationsMax = options.violationsMax ?? VIOLATIONS_MAX;
  const books: readonly Book[] = INVARIANTS.filter(
    ({ needsTruth }) => needsTruth !== true || options.truthViews !== undefined,
  ).map((invariant) => ({ invariant, violations: [] }));
  let examined = 0;
  for await (const page of pageRuns(options.executor, sql, options.pageSize ?? RUNS_PER_PAGE)) {
    examined += page.runs;
    for (const { invariant, violations } of books) {
      const limit = violationsMax + 1 - violations.length;
      if (limit > 0) violations.push(...(await look(options, sql, { invariant, page, limit })));
    }
  }
  return books.map(({ invariant, violations }) => ({
    invariant: invariant.name,
    description: invariant.description,
    violations: violations.slice(0, violationsMax),
    more: violations.length > violationsMax,
    examined,
  }));
}

function look(
  options: CheckInvariantsOptions,
  sql: NamedSql,
  asked: { readonly invariant: Invariant; readonly page: RunRange; readonly limit: number },
): Promise<readonly InvariantViolation[]> {
  const { invariant, page: range, limit } = asked;
  if (invariant === EVERY_MOVE_IS_LEGAL) {
    return findIllegalMoves(options.executor, sql, { range, limit });
  }
  const boundMs = options.boundMs ?? BOUND_MS;
  return findViolations(options.executor, sql, { invariant, range, limit, boundMs });
}

/** The host's SELECT takes the place of `:truth_view`; a semicolon at its end would end ours. */
function statementsOf({ schema = DEFAULT_SCHEMA, truthViews = "" }: CheckInvariantsOptions) {
  const sql = readInvariantSql(schema);
  const view = truthViews.trim().replace(/;+$/, "");
  return (name: string) => sql(name).replaceAll(":truth_view", () => view);
}

export function readInvariantSql(schema: string): NamedSql {
  return readSqlFolder(SQL_FOLDER, schema);
}
