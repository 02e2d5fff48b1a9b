import type { LeafPrimitive, LeafValue } from "../normal-form/setting-leaf.ts";

/** A text that is longer than that is cut: the whole of it stands in the evidence. */
const TEXT_CHARACTERS_MAX = 120;
const MEMBERS_MAX = 6;

const STATES: ReadonlyMap<LeafPrimitive, string> = new Map([
  ["enabled", "on"],
  ["disabled", "off"],
  ["enabledForReportingButNotEnforced", "report-only"],
]);

/** A value as a reader sees it: an option without the id of its setting, a list by its members, nothing as "not set". */
export function valueWords(value: LeafValue, path: string | null): string {
  if (value === null) return "not set";
  if (typeof value !== "object") return primitiveWords(value, path);
  if (value.length === 0) return "an empty list";
  const shown = value.slice(0, MEMBERS_MAX).map((member) => primitiveWords(member, path));
  const rest = value.length - shown.length;
  return rest === 0 ? shown.join(", ") : `${shown.join(", ")} and ${rest} more`;
}

/** Whether a policy is enforced, in the word that its screen uses. */
export function stateWords(value: LeafValue): string {
  return (typeof value === "object" ? undefined : STATES.get(value)) ?? valueWords(value, null);
}

function primitiveWords(value: LeafPrimitive, path: string | null): string {
  if (typeof value !== "string") return String(value);
  const option = optionOf(value, path);
  if (option !== null) return /^-?\d+$/.test(option) ? `option ${option}` : option;
  const text =
    value.length > TEXT_CHARACTERS_MAX ? `${value.slice(0, TEXT_CHARACTERS_MAX)}…` : value;
  return text === "" ? "an empty text" : `“${text}”`;
}

/** A choice is named by the id of its setting and the option: only the option says something new. */
function optionOf(value: string, path: string | null): string | null {
  const definition =
    path
      ?.split("/")
      .at(-1)
      ?.replace(/#\d+$/, "")
      .replace(/\[\d+\]$/, "") ?? "";
  const prefix = `${definition}_`;
  if (definition === "" || !value.startsWith(prefix)) return null;
  const option = value.slice(prefix.length);
  return option === "" ? null : option.replaceAll("_", " ");
}
