import type { JsonObject } from "../normal-form/json-value.ts";
import { byCodeUnit } from "../normal-form/canonical-json.ts";
import { areaLabel } from "../provider/policy-type-row.ts";
import { type ItemType, typeArea, typeLabel } from "../provider/policy-type.ts";
import type { SnapshotPolicy } from "../snapshot/snapshot-policy.ts";
import { isAssignableType } from "./assignable-type.ts";
import { type PolicyReach, reachOf } from "./policy-reach.ts";
import type { InventoryLine } from "./review-document.ts";

/** How the types of Graph begin that are made for one platform. */
const PLATFORM_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^#microsoft\.graph\.windows/i, "Windows"],
  [/^#microsoft\.graph\.macos/i, "macOS"],
  [/^#microsoft\.graph\.ios/i, "iOS"],
  [/^#microsoft\.graph\.(?:android|aosp)/i, "Android"],
];

const PLATFORM_NAMES: ReadonlyMap<string, string> = new Map([
  ["windows10", "Windows"],
  ["macOS", "macOS"],
  ["iOS", "iOS"],
  ["android", "Android"],
  ["linux", "Linux"],
]);

/** The policies that were read, by type and platform, with how many of them reach somebody. */
export function inventoryLines(policies: readonly SnapshotPolicy[]): readonly InventoryLine[] {
  const groups = Map.groupBy(policies, ({ item, content }) =>
    JSON.stringify([item.type, platformOf(content)]),
  );
  return [...groups]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, found]) => {
      const [type, platform] = JSON.parse(key) as [ItemType, string | null];
      const reaches = found.map(reachOf);
      const count = (reach: PolicyReach) => reaches.filter((one) => one === reach).length;
      return {
        type,
        label: typeLabel(type),
        area: areaLabel(typeArea(type)),
        platform,
        policies: found.length,
        assignable: isAssignableType(type),
        assigned: count("somebody"),
        unassigned: count("nobody"),
        assignment_unknown: count("unknown"),
      };
    });
}

function platformOf(content: JsonObject | null): string | null {
  const platforms = content?.["platforms"];
  if (typeof platforms === "string" && platforms !== "none") {
    const names = platforms
      .split(",")
      .map((name) => PLATFORM_NAMES.get(name.trim()) ?? name.trim());
    return names.join(", ");
  }
  const type = content?.["@odata.type"];
  if (typeof type !== "string") return null;
  return PLATFORM_TYPES.find(([pattern]) => pattern.test(type))?.[1] ?? null;
}
