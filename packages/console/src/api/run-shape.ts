import type { ListedRunJson, ServedRunJson } from "settled/http";
import type { RunEventJson } from "settled/present";

export type ListedRun = ListedRunJson;
export type ServedRun = ServedRunJson;
export type RunEvent = RunEventJson;
export type RunStatus = ListedRunJson["status"];
export type RunOutcome = NonNullable<ListedRunJson["outcome"]>;

/** A page of the list, newest first; `next` is the path of the page behind it. */
export interface RunPage {
  readonly runs: readonly ListedRun[];
  readonly next: string | null;
  /** Where it was asked for; null where it cannot be told. */
  readonly count?: {
    readonly value: number;
    readonly capped: boolean;
    readonly oldest: string | null;
  } | null;
}

/** What happened to a run, oldest first. */
export interface RunTimeline {
  readonly events: readonly RunEvent[];
  readonly next: string | null;
}
