import type { RunEvent } from "../../api/run-shape.ts";

export interface Candidate {
  readonly type: string;
  readonly id: string;
}

/** What the last look found and did not choose among. Only readers with the right to see detail are told of them. */
export function candidatesIn(events: readonly RunEvent[]): readonly Candidate[] {
  const last = events.findLast(({ kind }) => kind === "reconciled");
  return last === undefined ? [] : candidatesOf(last);
}

export function candidatesOf(event: Pick<RunEvent, "detail">): readonly Candidate[] {
  const { candidates } = event.detail;
  return Array.isArray(candidates) ? candidates.filter(isCandidate) : [];
}

function isCandidate(value: unknown): value is Candidate {
  if (typeof value !== "object" || value === null) return false;
  const { type, id } = value as Readonly<Record<string, unknown>>;
  return typeof type === "string" && typeof id === "string";
}
