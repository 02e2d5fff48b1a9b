import { type SettingLeaf, valueText } from "../normal-form/setting-leaf.ts";

const SHAPE_PATHS: ReadonlySet<string> = new Set([
  "@odata.type",
  "platforms",
  "technologies",
  "templateReference/templateFamily",
]);

/** For which platform and from which template a policy is made: what tells two of one name apart. */
export function policyShape(leaves: Iterable<SettingLeaf>): string {
  return [...leaves]
    .filter(({ path }) => SHAPE_PATHS.has(path))
    .map((leaf) => `${leaf.path}=${valueText(leaf)}`)
    .sort()
    .join(" ");
}
