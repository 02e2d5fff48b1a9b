import type { ComparedPolicy } from "./compared-policy.ts";
import type { Comparison } from "./comparison.ts";

/** What the JSON form has no place for, in words: how many policies are neither added nor removed, and why. */
export function unjudgedWarnings({ unjudged }: Comparison): readonly string[] {
  return [
    ...warning(unjudged.inBaseline, { of: "baseline", unread: "current export", word: "removed" }),
    ...warning(unjudged.inCurrent, { of: "current export", unread: "baseline", word: "added" }),
  ];
}

function warning(
  policies: readonly ComparedPolicy[],
  words: { readonly of: string; readonly unread: string; readonly word: string },
): readonly string[] {
  if (policies.length === 0) return [];
  const many = policies.length === 1 ? "1 policy is" : `${policies.length} policies are`;
  return [
    `${many} in the ${words.of} and may be in what could not be read of the ${words.unread}, so not said to be ${words.word}.`,
  ];
}
