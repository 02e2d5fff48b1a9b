import type { ChangeLine } from "./changes-since.ts";
import { reachChangeWords } from "./reach-words.ts";
import { settingName } from "./setting-name.ts";
import { stateWords, valueWords } from "./value-words.ts";

export const CHANGE_LABELS: Readonly<Record<ChangeLine["kind"], string>> = {
  policy_added: "Policy added",
  policy_removed: "Policy removed",
  policy_renamed: "Policy renamed",
  policy_recreated: "Policy made anew",
  setting_added: "Setting added",
  setting_removed: "Setting removed",
  setting_changed: "Setting changed",
  setting_moved: "Setting moved",
  assignment_changed: "Assignment changed",
  state_changed: "State changed",
  became_unreadable: "Could not be read",
  readable_again: "Readable again",
};

/** What happened, in one sentence; groups by their names where those are known. */
export function changeWords(
  change: ChangeLine,
  names: Readonly<Record<string, string>> = {},
): string {
  const { path, other_policy: other } = change;
  const setting = path === null ? "A setting" : settingName(path);
  const before = valueWords(change.before, path);
  const after = valueWords(change.after, path);
  switch (change.kind) {
    case "policy_added":
      return "It is there now, and was not before.";
    case "policy_removed":
      return "It was there, and is not any more. All policies of its type were read both times.";
    case "policy_renamed":
      return `It was called “${other ?? "something else"}”; what it sets is unchanged.`;
    case "policy_recreated":
      return "It has a new id and the same content: it was removed and made anew.";
    case "setting_added":
      return `${setting}: set to ${after} now, and not set before.`;
    case "setting_removed":
      return `${setting}: was ${before}, and is not set any more.`;
    case "setting_changed":
      return `${setting}: was ${before}, is ${after}.`;
    case "setting_moved":
      return `${setting}: moved to policy “${other ?? "another one"}”, value unchanged.`;
    case "assignment_changed":
      return `Whom it reaches: ${reachChangeWords(change.before, change.after, new Map(Object.entries(names)))}.`;
    case "state_changed":
      return `Was ${stateWords(change.before)}, is ${stateWords(change.after)}.`;
    case "became_unreadable":
      return "It could not be read this time. It is not known to be gone.";
    case "readable_again":
      return "It could not be read the last time, and can be now.";
  }
}
