import type { EnvironmentReview } from "./review.ts";

type Lineage = readonly EnvironmentReview[];

/** Where the next review of a lineage goes. */
export interface PlaceInLineage {
  readonly sequence: number;
  /** The newest row that is not invalid; a withdrawn one keeps its place. */
  readonly supersedesId: string | null;
  /** The review that stands now, and will be replaced. */
  readonly current: EnvironmentReview | null;
}

export function nextPlace(lineage: Lineage): PlaceInLineage {
  const last = lineage.reduce((highest, { sequence }) => Math.max(highest, sequence), 0);
  return {
    sequence: last + 1,
    supersedesId: lineage.findLast(({ status }) => status !== "invalid")?.reviewId ?? null,
    current: currentOf(lineage),
  };
}

export function currentOf(lineage: Lineage): EnvironmentReview | null {
  return lineage.find(({ status }) => status === "current") ?? null;
}

/** Nobody took it back: it still tells how things stood at its own moment. */
export function isStanding({ status }: EnvironmentReview): boolean {
  return status === "current" || status === "superseded";
}

/** The review that this one replaced in truth: what was withdrawn or marked as invalid in between is passed over. */
export function standingPredecessor(
  lineage: Lineage,
  review: EnvironmentReview,
): EnvironmentReview | null {
  const byId = new Map(lineage.map((line) => [line.reviewId, line]));
  const passed = new Set<string>();
  let { supersedesId } = review;
  while (supersedesId !== null && !passed.has(supersedesId)) {
    passed.add(supersedesId);
    const before = byId.get(supersedesId);
    if (before === undefined) return null;
    if (isStanding(before)) return before;
    ({ supersedesId } = before);
  }
  return null;
}

/** The review that replaced this one and was not taken back since. */
export function standingSuccessor(
  lineage: Lineage,
  review: EnvironmentReview,
): EnvironmentReview | null {
  return (
    lineage.find(
      (line) =>
        isStanding(line) && standingPredecessor(lineage, line)?.reviewId === review.reviewId,
    ) ?? null
  );
}
