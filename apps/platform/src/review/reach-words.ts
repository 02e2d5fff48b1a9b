import type { LeafPrimitive, LeafValue } from "../normal-form/setting-leaf.ts";
import type { GroupNames } from "./group-names.ts";
import { valueWords } from "./value-words.ts";

const WHOLE: ReadonlyMap<string, string> = new Map([
  ["all-users", "all users"],
  ["all-devices", "all devices"],
]);
const GROUP = /^(include|exclude):(\S+)(.*)$/;
/** Of conditional access: `include-roles:<id>`, `exclude-guests-or-external-users:<JSON>`. */
const CONDITION = /^(include|exclude)-([a-z-]+):(.*)$/s;
const MEMBERS_MAX = 6;

/** Whom a policy reaches, in words; a group that has no known name is told by its id. */
export function reachWords(value: LeafValue, groups: GroupNames): string {
  if (!isList(value)) return valueWords(value, null);
  return value.length === 0 ? "nobody" : listWords(value, groups);
}

/** What is not the same of whom it reaches; those that are reached both times are not told. */
export function reachChangeWords(before: LeafValue, after: LeafValue, groups: GroupNames): string {
  if (!isList(before) || !isList(after) || before.length === 0 || after.length === 0) {
    return `${reachWords(before, groups)} before; ${reachWords(after, groups)} now`;
  }
  const gone = before.filter((label) => !after.includes(label));
  const come = after.filter((label) => !before.includes(label));
  return [
    ...(gone.length === 0 ? [] : [`no longer ${listWords(gone, groups)}`]),
    ...(come.length === 0 ? [] : [`newly ${listWords(come, groups)}`]),
  ].join("; ");
}

/** The same against an expectation. */
export function reachDifferenceWords(
  expected: LeafValue,
  found: LeafValue,
  groups: GroupNames,
): string {
  if (!isList(expected) || !isList(found) || expected.length === 0 || found.length === 0) {
    return `expected ${reachWords(expected, groups)}; found ${reachWords(found, groups)}`;
  }
  const missing = expected.filter((label) => !found.includes(label));
  const further = found.filter((label) => !expected.includes(label));
  return [
    ...(missing.length === 0 ? [] : [`missing ${listWords(missing, groups)}`]),
    ...(further.length === 0 ? [] : [`in addition ${listWords(further, groups)}`]),
  ].join("; ");
}

function isList(value: LeafValue): value is readonly LeafPrimitive[] {
  return typeof value === "object" && value !== null;
}

function listWords(labels: readonly LeafPrimitive[], groups: GroupNames): string {
  const shown = labels.slice(0, MEMBERS_MAX).map((label) => labelWords(String(label), groups));
  const rest = labels.length - shown.length;
  return rest === 0 ? shown.join(", ") : `${shown.join(", ")} and ${rest} more`;
}

function labelWords(label: string, groups: GroupNames): string {
  const [, way, id = "", more = ""] = GROUP.exec(label) ?? [];
  if (way !== undefined) {
    const name = groups.get(id);
    return `${excluded(way)}${name === undefined ? `group ${id}` : `“${name}”`}${more}`;
  }
  const [, side, kind = "", value = ""] = CONDITION.exec(label) ?? [];
  if (side === undefined) return WHOLE.get(label) ?? label;
  return `${excluded(side)}${kind.replaceAll("-", " ")} ${conditionWords(value)}`;
}

function excluded(way: string): string {
  return way === "exclude" ? "the exclusion of " : "";
}

/** Of an object the kinds of guests that it names; the whole of it stands in the evidence. */
function conditionWords(value: string): string {
  const [, kinds] = /"guestOrExternalUserTypes":"([^"]*)"/.exec(value) ?? [];
  return kinds === undefined ? value : `(${kinds.replaceAll(",", ", ")})`;
}
