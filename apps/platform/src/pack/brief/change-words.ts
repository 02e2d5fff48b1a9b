import type { ChangeLine } from "../../review/changes-since.ts";
import { settingName } from "../../review/setting-name.ts";
import { stateWords, valueWords } from "../../review/value-words.ts";
import { clip, clipName } from "./clip.ts";
import { plainText } from "./plain-words.ts";

const VALUE_CHARS_MAX = 40;

/** One change as a sentence; says moved, renamed or unreadable where that is what happened, never "removed". */
export function changeWords(line: ChangeLine): string {
  const policy = quoted(line.policy);
  const other = line.other_policy === null ? "another policy" : quoted(line.other_policy);
  const setting = line.path === null ? "A setting" : clipName(settingName(line.path));
  const value = (side: ChangeLine["before"]): string =>
    clip(plainText(valueWords(side, line.path)), VALUE_CHARS_MAX);
  switch (line.kind) {
    case "policy_added":
      return `${policy} was added.`;
    case "policy_removed":
      return `${policy} was removed.`;
    case "policy_renamed":
      return `${policy} was called ${other} before; what it sets is the same.`;
    case "policy_recreated":
      return `${policy} was deleted and made again with the same content.`;
    case "setting_added":
      return `${setting} was added to ${policy}: ${value(line.after)}.`;
    case "setting_removed":
      return `${setting} was taken out of ${policy}; it was ${value(line.before)}.`;
    case "setting_changed":
      return `${setting} in ${policy} went from ${value(line.before)} to ${value(line.after)}.`;
    case "setting_moved":
      return `${setting} moved from ${policy} to ${other}; its value is unchanged.`;
    case "assignment_changed":
      return `${policy} reaches other people or devices than before.`;
    case "state_changed":
      return `${policy} went from ${stateWords(line.before)} to ${stateWords(line.after)}.`;
    case "became_unreadable":
      return `${policy} could not be read this time. It is not known to be gone.`;
    case "readable_again":
      return `${policy} could be read again.`;
  }
}

function quoted(name: string): string {
  return `“${clipName(name)}”`;
}
