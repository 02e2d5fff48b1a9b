import type { PolicyLeaf } from "../normal-form/content-leaves.ts";
import { valueText } from "../normal-form/setting-leaf.ts";
import type { PolicyPair } from "./match-policies.ts";

export interface LeafChanges {
  readonly added: number;
  readonly removed: number;
  /** At the same path with another value. */
  readonly changed: number;
}

export function leafChanges({ baseline, current }: PolicyPair): LeafChanges {
  const before = new Map(baseline.leaves.map((leaf) => [placeText(leaf), valueText(leaf)]));
  let added = 0;
  let changed = 0;
  for (const leaf of current.leaves) {
    const value = before.get(placeText(leaf));
    if (value === undefined) added += 1;
    else if (value !== valueText(leaf)) changed += 1;
  }
  const kept = current.leaves.length - added;
  return { added, removed: baseline.leaves.length - kept, changed };
}

// A setting and a property of the policy may bear the same path.
function placeText({ kind, path }: PolicyLeaf): string {
  return `${kind} ${path}`;
}
