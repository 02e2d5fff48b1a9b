import type { RunOutcome, RunStatus } from "../run/operation-run.ts";
import type { RunEventKind } from "../run/run-event.ts";

/** Something happened to a run. What it is now, `client.run(id)` tells. */
export interface RunChangeJson {
  readonly sequence: string;
  readonly run_id: string;
  readonly kind: RunEventKind;
  readonly version: number;
  readonly status: RunStatus;
  readonly outcome: RunOutcome | null;
  readonly operation_type: string;
  readonly environment_id: string | null;
  readonly at: string;
}

export type WatchedEvent =
  | {
      readonly kind: "run";
      /** To resume behind this event: `lastEventId`. */
      readonly id: string;
      readonly change: RunChangeJson;
    }
  /** The server could not go back as far as was asked: read anew what you show. What follows is whole again. */
  | { readonly kind: "reset"; readonly id: string | null };
