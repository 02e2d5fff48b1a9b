import type { ListedRunJson, ServedRunJson } from "settled/http";

export type ListedRun = ListedRunJson;
export type ServedRun = ServedRunJson;
export type RunStatus = ListedRunJson["status"];
export type RunOutcome = NonNullable<ListedRunJson["outcome"]>;

/** A page of the list, newest first; `next` is the path of the page behind it. */
export interface RunPage {
  readonly runs: readonly ListedRun[];
  readonly next: string | null;
}
