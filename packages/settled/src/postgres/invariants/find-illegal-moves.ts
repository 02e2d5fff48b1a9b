import type { SqlExecutor } from "../../ports/sql-executor.ts";
import { isLegalMove } from "../../run/legal-moves.ts";
import { RUN_EVENT_KINDS, type RunEventKind, type RunPosition } from "../../run/run-event.ts";
import type { RunId, WorkspaceId } from "../../run/scope.ts";
import type { NamedSql } from "../sql-files.ts";
import { type InvariantViolation, rangeValues, type RunRange } from "./invariant.ts";

interface Move {
  readonly kind: RunEventKind;
  readonly from: RunPosition | null;
  readonly to: RunPosition;
}

/**
 * The runs of a range with a line that the life cycle does not allow. A page of runs makes few different moves:
 * those are judged here, and only for an illegal one the runs are asked for.
 */
export async function findIllegalMoves(
  executor: SqlExecutor,
  sql: NamedSql,
  input: { readonly range: RunRange; readonly limit: number },
): Promise<readonly InvariantViolation[]> {
  const { rows } = await executor.executeSql(sql("list-moves"), rangeValues(input.range));
  const violations: InvariantViolation[] = [];
  for (const move of (rows as readonly Move[]).filter(isIllegal)) {
    const limit = input.limit - violations.length;
    if (limit <= 0) break;
    const { kind, from, to } = move;
    const moved = await executor.executeSql(sql("find-move"), [
      ...rangeValues(input.range),
      limit,
      kind,
      from === null ? null : JSON.stringify(from),
      JSON.stringify(to),
    ]);
    violations.push(...moved.rows.map((row) => asViolation(row, move)));
  }
  return violations;
}

/** Kinds of a newer release are that release's to judge. */
function isIllegal({ kind, from, to }: Move): boolean {
  return RUN_EVENT_KINDS.includes(kind) && !isLegalMove(kind, from, to);
}

function asViolation(row: unknown, { kind, from, to }: Move): InvariantViolation {
  const { run_id: runId, workspace_id: workspaceId } = row as {
    run_id: RunId;
    workspace_id: WorkspaceId;
  };
  const words = `from ${positionWords(from)} to ${positionWords(to)}`;
  return { runId, workspaceId, detail: `The move "${kind}" may not lead ${words}.` };
}

function positionWords(position: RunPosition | null): string {
  if (position === null) return "nothing";
  const outcome = position.outcome === null ? "" : ` as ${position.outcome}`;
  return `${position.status}${outcome} (attempt ${position.attempt})`;
}
