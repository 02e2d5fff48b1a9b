import { targetsOf } from "../drift/policy-target.ts";
import { reachesSomeone } from "../drift/reach.ts";
import type { SnapshotPolicy } from "../snapshot/snapshot-policy.ts";
import { isAssignableType } from "./assignable-type.ts";

/** Whether a policy reaches anybody. `unknown`: the export does not say, which is not the same as nobody. */
export type PolicyReach = "somebody" | "nobody" | "unknown" | "not_assignable";

export function reachOf({ item, content, assignment }: SnapshotPolicy): PolicyReach {
  if (!isAssignableType(item.type)) return "not_assignable";
  const targets = targetsOf({ type: item.type, content, assignment });
  if (targets === null) return "unknown";
  return reachesSomeone(targets) ? "somebody" : "nobody";
}
