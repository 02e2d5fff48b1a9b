import type { SqlExecutor } from "../../ports/sql-executor.ts";
import { isLegalMove } from "../../run/legal-moves.ts";
import { RUN_EVENT_KINDS, type RunEventKind, type RunPosition } from "../../run/run-event.ts";
import type { RunId, WorkspaceId } from "../../run/scope.ts";
import type { NamedSql } from "../sql-files.ts";
import { type InvariantViolation, rangeValues, type RunRange } from "./invariant.ts";

export interface Move {
  readonly kind: RunEventKind;
  readonly from: RunPosition | null;
  readonly to: RunPosition;
}

/** Pure: whether the life cycle forbids a move. Kinds of a newer release are that release's to judge. */
export function isIllegalMove({ kind, from, to }: Move): boolean {
  return RUN_EVENT_KINDS.includes(kind) && !isLegalMove(kind, from, to);
}

/** The runs of a page that made one illegal move: asked for only when there is one. */
export async function findRunsOfMove(
  executor: SqlExecutor,
  sql: NamedSql,
  asked: { readonly move: Move; readonly page: RunRange; readonly limit: number },
): Promise<readonly InvariantViolation[]> {
  const { kind, from, to } = asked.move;
  const { rows } = await executor.executeSql(sql("find-move"), [
    ...rangeValues(asked.page),
    asked.limit,
    kind,
    from === null ? null : JSON.stringify(from),
    JSON.stringify(to),
  ]);
  const detail = `The move "${kind}" may not lead from ${words(from)} to ${words(to)}.`;
  return rows.map((row) => {
    const found = row as { run_id: RunId; workspace_id: WorkspaceId };
    return { runId: found.run_id, workspaceId: found.workspace_id, detail };
  });
}

function words(position: RunPosition | null): string {
  if (position === null) return "nothing";
  const outcome = position.outcome === null ? "" : ` as ${position.outcome}`;
  return `${position.status}${outcome} (attempt ${position.attempt})`;
}
