import {
  PAGE_SIZE_MAX,
  type RunCursor,
  type RunFilter,
  type RunReader,
} from "../ports/run-reader.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { RunId, WorkspaceId } from "../run/scope.ts";
import { BULK_TARGETS_MAX } from "./bulk-order.ts";

/** Which runs are meant: those that are named, or all that a filter finds. */
export type BulkSelection =
  | { readonly kind: "ids"; readonly ids: readonly RunId[] }
  | { readonly kind: "filter"; readonly filter: RunFilter };

export interface SelectedTarget {
  readonly id: RunId;
  readonly run: OperationRun | null;
}

export type SelectedTargets =
  | { readonly kind: "selected"; readonly targets: readonly SelectedTarget[] }
  | { readonly kind: "too_many" };

/** The runs that are meant, as they stand now; more than 1,000 are refused and not cut. */
export async function selectTargets(
  reader: Pick<RunReader, "findRuns" | "listRuns">,
  workspaceId: WorkspaceId,
  selection: BulkSelection,
): Promise<SelectedTargets> {
  switch (selection.kind) {
    case "ids": {
      const ids = [...new Set(selection.ids)];
      if (ids.length > BULK_TARGETS_MAX) return { kind: "too_many" };
      const found = await reader.findRuns(workspaceId, ids);
      const byId = new Map(found.map((run) => [run.id, run]));
      return { kind: "selected", targets: ids.map((id) => ({ id, run: byId.get(id) ?? null })) };
    }
    case "filter": {
      const targets: SelectedTarget[] = [];
      let after: RunCursor | null = null;
      do {
        const asked = { workspaceId, filter: selection.filter, after, limit: PAGE_SIZE_MAX };
        const { runs, next } = await reader.listRuns(asked);
        targets.push(...runs.map((run) => ({ id: run.id, run })));
        after = next;
      } while (after !== null && targets.length <= BULK_TARGETS_MAX);
      return targets.length > BULK_TARGETS_MAX
        ? { kind: "too_many" }
        : { kind: "selected", targets };
    }
  }
}
