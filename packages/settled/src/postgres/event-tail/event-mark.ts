import type { WorkspaceLook } from "./event-log.ts";

/**
 * The events up to `head` are all there are as soon as none of the transactions is under way any more that were when
 * they were seen.
 */
export interface EventMark {
  readonly head: string;
  readonly waitingFor: readonly string[];
  /** The number of the look that it was made by. */
  readonly look: number;
}

export interface JudgedLook {
  /** No event up to its head can appear any more that a later read does not show. */
  readonly settled: EventMark | null;
  readonly open: EventMark | null;
}

/**
 * What a look says of the mark that was open, and the mark that is open now. A mark stays until those whom it waits for
 * are gone, and is not moved ahead by newer ones: so it is settled in the end however many come and go.
 */
export function judgeLook(
  open: EventMark | null,
  look: WorkspaceLook,
  lookNumber: number,
): JudgedLook {
  const remaining = open?.waitingFor.filter((writer) => look.writers.includes(writer)) ?? [];
  if (open !== null && remaining.length > 0) {
    return { settled: null, open: { ...open, waitingFor: remaining } };
  }
  const fresh: EventMark = { head: look.head, waitingFor: look.writers, look: lookNumber };
  return look.writers.length === 0
    ? { settled: fresh, open: null }
    : { settled: open, open: fresh };
}
