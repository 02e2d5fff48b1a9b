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
  | { readonly kind: "ids"; readonly ids: readonly NamedTarget[] }
  | { readonly kind: "filter"; readonly filter: RunFilter };

export interface NamedTarget {
  readonly id: RunId;
  /** The version that whoever decided has seen; any, unless said. */
  readonly version?: number;
}

export interface SelectedTarget extends NamedTarget {
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
      const named = new Map(selection.ids.map((target) => [target.id, target]));
      if (named.size > BULK_TARGETS_MAX) return { kind: "too_many" };
      const found = await reader.findRuns(workspaceId, [...named.keys()]);
      const byId = new Map(found.map((run) => [run.id, run]));
      const targets = [...named.values()].map((one) => ({ ...one, run: byId.get(one.id) ?? null }));
      return { kind: "selected", targets };
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
