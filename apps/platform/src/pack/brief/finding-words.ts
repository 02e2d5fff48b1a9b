import type { FindingKind } from "../../drift/drift-finding.ts";
import type { Severity } from "../../drift/severity.ts";
import type { FindingLine } from "../../review/review-document.ts";
import { daysAfter, dateWords } from "./date-words.ts";
import { clipName, clipSentence } from "./clip.ts";
import { settingName } from "../../review/setting-name.ts";
import { plainText } from "./plain-words.ts";

/** How soon each severity should be dealt with; printed with the method. */
export const DUE_DAYS: Readonly<Record<Severity, number>> = {
  high: 7,
  medium: 30,
  low: 90,
  info: 90,
};

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  high: "High",
  medium: "Medium",
  low: "Low",
  info: "Note",
};

interface KindWords {
  /** What it means for those who rely on the protection. */
  readonly effect: string;
  readonly actor: string;
}

const PROVIDER = "Service provider";
const BOTH = "Customer and service provider";

const KIND_WORDS: Readonly<Record<FindingKind, KindWords>> = {
  missing_policy: { effect: "What the policy protects is not protected by it.", actor: PROVIDER },
  extra_policy: { effect: "Something applies that nobody has agreed on.", actor: BOTH },
  setting_changed: { effect: "It works in another way than was agreed.", actor: PROVIDER },
  setting_missing: {
    effect: "Devices keep whatever they had: it is not enforced.",
    actor: PROVIDER,
  },
  setting_extra: { effect: "Something is enforced that was not agreed.", actor: BOTH },
  setting_moved: {
    effect: "The value is the same; it reaches whom the other policy reaches.",
    actor: PROVIDER,
  },
  setting_conflict: { effect: "Which of the values applies depends on assignment.", actor: BOTH },
  renamed: { effect: "None for the devices; the records need the new name.", actor: PROVIDER },
  assignment_changed: {
    effect: "It reaches other people or devices than was agreed.",
    actor: PROVIDER,
  },
  state_changed: { effect: "It is not enforced as was agreed.", actor: PROVIDER },
  unreadable: { effect: "Nothing may be said about it.", actor: PROVIDER },
  incomplete: { effect: "Only a part of it could be judged.", actor: PROVIDER },
  ambiguous: { effect: "It cannot be told which of several is meant.", actor: PROVIDER },
  not_assessed: { effect: "Nothing may be said about it.", actor: BOTH },
};

export function severityWords(severity: Severity): string {
  return SEVERITY_WORDS[severity];
}

export function effectOf({ kind, weakened }: FindingLine): string {
  return weakened ? `Weaker than agreed. ${KIND_WORDS[kind].effect}` : KIND_WORDS[kind].effect;
}

export function whoActs({ kind }: FindingLine): string {
  return KIND_WORDS[kind].actor;
}

/** The date that was decided, else the rule of the severity, counted from the moment of the review. */
export function byWhen(finding: FindingLine, asOf: string): string {
  const decided = finding.disposition === "to_fix" ? finding.expires_at : null;
  return dateWords(decided ?? daysAfter(asOf, DUE_DAYS[finding.severity]));
}

/** "BitLocker: Require encryption": what it is about, in two names at most. */
export function subjectOf({ policy, path, setting }: FindingLine): string {
  const name = setting ?? (path === null ? null : settingName(path));
  return name === null ? clipName(policy) : `${clipName(policy)}: ${clipName(plainText(name))}`;
}

export function sentenceOf({ sentence }: FindingLine): string {
  return clipSentence(plainText(sentence));
}
