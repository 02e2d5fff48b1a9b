import type { LeafPrimitive, LeafValue } from "../normal-form/setting-leaf.ts";
import { valueWords } from "./value-words.ts";

const WHOLE: ReadonlyMap<LeafPrimitive, string> = new Map([
  ["all-users", "all users"],
  ["all-devices", "all devices"],
]);
const GROUP = /^(include|exclude):(\S+)(.*)$/;
const MEMBERS_MAX = 6;

/** Names of groups by their ids, as far as they are known. */
export type GroupNames = ReadonlyMap<string, string>;

/** Whom a policy reaches, in words; a group that has no known name is told by its id. */
export function reachWords(value: LeafValue, groups: GroupNames): string {
  if (typeof value !== "object" || value === null) return valueWords(value, null);
  if (value.length === 0) return "nobody";
  const shown = value.slice(0, MEMBERS_MAX).map((label) => labelWords(label, groups));
  const rest = value.length - shown.length;
  return rest === 0 ? shown.join(", ") : `${shown.join(", ")} and ${rest} more`;
}

function labelWords(label: LeafPrimitive, groups: GroupNames): string {
  const [, way, id = "", more = ""] = GROUP.exec(String(label)) ?? [];
  if (way === undefined) return WHOLE.get(label) ?? String(label);
  const name = groups.get(id);
  const group = name === undefined ? `group ${id}` : `“${name}”`;
  return `${way === "exclude" ? "not " : ""}${group}${more}`;
}
