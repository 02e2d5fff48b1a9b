import type { DriftFinding } from "../drift/drift-finding.ts";
import { normalisedName } from "../normal-form/normalised-name.ts";
import type { GroupNames } from "./group-names.ts";
import { reachDifferenceWords } from "./reach-words.ts";
import { settingName } from "./setting-name.ts";
import { stateWords, valueWords } from "./value-words.ts";

/** What else is known when a finding is put into words. */
export interface Told {
  /** Why nothing more is known of the finding's type. */
  readonly typeMeaning: string;
  readonly groups: GroupNames;
}

/**
 * One sentence about a finding: what was expected, what was found, and what that means. Absence is told only where the
 * comparison itself has stated it.
 */
export function findingSentence(finding: DriftFinding, told: Told): string {
  const sentence = sentenceOf(finding, told);
  return finding.weakened ? `${sentence} This protects less than expected.` : sentence;
}

function sentenceOf(finding: DriftFinding, { typeMeaning, groups }: Told): string {
  const { path, policy, other_policy: other } = finding;
  const setting = path === null ? "A setting" : settingName(path);
  const expected = valueWords(finding.expected, path);
  const found = valueWords(finding.found, path);
  switch (finding.kind) {
    case "missing_policy":
      return `The baseline expects “${policy}”, and it is not there. All policies of its type were read.`;
    case "extra_policy":
      return `“${policy}” is there, and the baseline does not expect it.`;
    case "setting_changed":
      return `${setting}: expected ${expected}, found ${found}.`;
    case "setting_missing":
      return `${setting}: expected ${expected}, found nothing; the policy does not set it.`;
    case "setting_extra":
      return `${setting}: set to ${found}; the baseline does not expect it to be set.`;
    case "setting_moved":
      return `${setting}: moved to policy “${other ?? "another one"}”, value unchanged.`;
    case "setting_conflict":
      return `${setting}: set to ${found} in “${policy}” and to ${expected} in “${other ?? "another policy"}”; which one applies depends on assignment.`;
    case "renamed":
      return `“${other ?? "A policy"}” is called “${policy}” now; what it sets is unchanged.`;
    case "assignment_changed":
      return `“${policy}” reaches others than expected: ${reachDifferenceWords(finding.expected, finding.found, groups)}.`;
    case "state_changed":
      return `“${policy}” should be ${stateWords(finding.expected)}, and is ${stateWords(finding.found)}.`;
    case "unreadable":
      return `“${policy}” could not be read. It is not known to be gone.`;
    case "incomplete":
      return `“${policy}” was read in part: its settings are not as many as it declares. The rest is not known.`;
    case "ambiguous":
      return `“${policy}” stands more than once and nothing tells them apart, so it was not compared.`;
    case "not_assessed":
      return notAssessed(finding, typeMeaning);
  }
}

/** Why nothing is said: of a whole type, of what the baseline does not know, of whom a policy reaches, of one policy. */
function notAssessed(finding: DriftFinding, typeMeaning: string): string {
  const { policy, match_key: key, found } = finding;
  if (key.startsWith("type:")) return `${policy}: ${typeMeaning}`;
  if (key.startsWith("baseline:")) {
    return `${policy}: the baseline does not know this type or knows it in part, so policies of which nothing is expected were not judged: ${valueWords(found, null)}.`;
  }
  if (finding.path === "assignments") {
    return `“${policy}”: the export does not list whom it reaches, so that was not compared.`;
  }
  // An expectation bears its name as its key; a policy that was found bears its own.
  return key === normalisedName(policy)
    ? `The baseline expects “${policy}”, and it was not found among what could be read. ${typeMeaning}`
    : `“${policy}” was not compared. ${typeMeaning}`;
}
