import type { SqlExecutor } from "../../ports/sql-executor.ts";
import type { RunId, WorkspaceId } from "../../run/scope.ts";
import { DEFAULT_SCHEMA } from "../sql-files.ts";
import { composeStatement } from "./compose-statement.ts";
import { findRunsOfMove, isIllegalMove, type Move } from "./illegal-moves.ts";
import { type InvariantReport, type InvariantViolation, rangeValues } from "./invariant.ts";
import { EVERY_MOVE_IS_LEGAL, INVARIANTS } from "./invariant-list.ts";
import { type RunPage, pageRuns } from "./page-runs.ts";
import { readInvariantSql } from "./read-invariant-sql.ts";

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
  /** Runs looked at by one statement; 3,000 unless said. */
  readonly pageSize?: number;
}

interface FoundRow {
  readonly invariant: string;
  readonly run_id: RunId;
  readonly workspace_id: WorkspaceId;
  readonly detail: string;
}

export const BOUND_MS = 23_000;
const VIOLATIONS_MAX = 100;
const RUNS_PER_PAGE = 3_000;
/** Each on a connection of its own where the executor is a pool; the server's cores are the limit. */
const PAGES_AT_ONCE = 4;

/**
 * Holds every run against what must always be true of it, from the stored rows alone. Reads and never writes; all
 * invariants see a page of runs at one moment, so a database at work is judged fairly. Memory does not grow with
 * the history.
 */
export async function checkInvariants(
  options: CheckInvariantsOptions,
): Promise<readonly InvariantReport[]> {
  const { executor, schema = DEFAULT_SCHEMA, boundMs = BOUND_MS, truthViews } = options;
  const violationsMax = options.violationsMax ?? VIOLATIONS_MAX;
  const limit = violationsMax + 1;
  const sql = readInvariantSql(schema);
  const asked = INVARIANTS.filter((one) => one.needsTruth !== true || truthViews !== undefined);
  const statement = composeStatement(sql, asked, truthViews ?? "");
  const found = new Map<string, InvariantViolation[]>(asked.map(({ name }) => [name, []]));
  let examined = 0;
  const pageSize = options.pageSize ?? RUNS_PER_PAGE;
  const pages = pageRuns(executor, sql, pageSize);
  try {
    await Promise.all(Array.from({ length: PAGES_AT_ONCE }, examinePages));
  } finally {
    await pages.return(undefined);
  }
  return asked.map(({ name, description }) => {
    const violations = found.get(name) ?? [];
    const more = violations.length > violationsMax;
    const listed = violations.slice(0, violationsMax);
    return { invariant: name, description, violations: listed, more, examined };
  });

  async function examinePages(): Promise<void> {
    for (let next = await pages.next(); next.done !== true; next = await pages.next()) {
      const page = next.value;
      examined += page.runs;
      const values = [...rangeValues(page), limit, boundMs, pageSize];
      const { rows } = await executor.executeSql(statement, values);
      for (const row of rows as readonly FoundRow[]) {
        const violations = found.get(row.invariant) ?? [];
        const room = limit - violations.length;
        if (room > 0) violations.push(...(await asViolations(row, page, room)));
      }
    }
  }

  async function asViolations(row: FoundRow, page: RunPage, room: number) {
    const { invariant, run_id: runId, workspace_id: workspaceId, detail } = row;
    if (invariant !== EVERY_MOVE_IS_LEGAL.name) return [{ runId, workspaceId, detail }];
    const move = JSON.parse(detail) as Move;
    return isIllegalMove(move) ? findRunsOfMove(executor, sql, { move, page, limit: room }) : [];
  }
}
