import type { PlanItem } from "./restore-shape.ts";

/** The items of a plan by what would become of them. */
export interface PlanGroups {
  readonly written: readonly PlanItem[];
  readonly hindered: readonly PlanItem[];
  readonly asWanted: readonly PlanItem[];
}

export function groupPlan(items: readonly PlanItem[]): PlanGroups {
  return {
    written: items.filter(({ action, attempted }) => action !== "skip" && attempted),
    hindered: items.filter(({ action, attempted }) => action !== "skip" && !attempted),
    asWanted: items.filter(({ action }) => action === "skip"),
  };
}

/** One thing that the tenant lacks, and how many items wait for it. */
export interface Unresolved {
  readonly why: string;
  readonly detail: string;
  readonly items: number;
}

const REFERENCES: readonly string[] = [
  "group_missing",
  "location_missing",
  "strength_missing",
  "filter_missing",
  "scope_tag_missing",
];

/** Pure: the references of a plan that lead nowhere, those first that hold up most. */
export function unresolvedIn(items: readonly PlanItem[]): readonly Unresolved[] {
  const found = new Map<string, Unresolved>();
  for (const { reason, why, detail } of items) {
    if (!REFERENCES.includes(reason) || detail === null) continue;
    for (const part of detail.split("; ")) {
      const key = `${reason} ${part}`;
      const before = found.get(key)?.items ?? 0;
      found.set(key, { why, detail: part, items: before + 1 });
    }
  }
  return [...found.values()].toSorted(
    (one, other) => other.items - one.items || one.detail.localeCompare(other.detail),
  );
}
