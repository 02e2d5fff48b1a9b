import type { StartAnswer, StartInput } from "../start/start-operation.ts";
import type { EnvironmentId, WorkspaceId } from "../run/scope.ts";
import { asBulkInput } from "./bulk-input.ts";
import { BULK_OPERATION, type BulkOrder, type BulkTarget } from "./bulk-order.ts";
import type { JudgedTarget } from "./judge-targets.ts";

export interface StartBulkInput extends Pick<StartInput, "initiator" | "trace" | "on"> {
  readonly workspaceId: WorkspaceId;
  readonly order: BulkOrder;
  readonly judged: readonly JudgedTarget[];
}

/** Starts the run that will take the action on every target that can be taken, frozen as it was judged. */
export function startBulk(
  start: (input: StartInput) => Promise<StartAnswer>,
  { order, judged, ...asked }: StartBulkInput,
): Promise<StartAnswer> {
  return start({
    ...asked,
    environmentId: environmentOf(judged),
    type: BULK_OPERATION,
    input: asBulkInput(order, targetsOf(judged)),
    because: order.because,
  });
}

/** The environment of the run itself: that of its targets, or the whole workspace if they have several. */
export function environmentOf(judged: readonly JudgedTarget[]): EnvironmentId | null {
  const places = new Set(
    judged.flatMap(({ verdict, run }) =>
      verdict === "taken" && run !== null ? [run.environmentId] : [],
    ),
  );
  const [only = null] = places;
  return places.size === 1 ? only : null;
}

function targetsOf(judged: readonly JudgedTarget[]): readonly BulkTarget[] {
  return judged.flatMap(({ verdict, run }) => {
    if (verdict !== "taken" || run === null) return [];
    const { id, version, status, attempt } = run;
    return [{ id, version, status, attempt }];
  });
}
