import { countItems, plannedWrites } from "./count-items.ts";
import type { JudgedItem } from "./item-judgement.ts";
import type { TruthReason } from "./judgement.ts";
import type { Hindrance, PlanReason } from "./restore-plan.ts";

const HINDRANCES: Readonly<Record<Hindrance, string>> = {
  type_not_written: "this type is not written by a restore",
  not_whole_in_snapshot: "the snapshot does not hold it whole",
  ambiguous_in_snapshot: "the snapshot holds more than one that it could be",
  ambiguous_in_target: "the target holds more than one that it could be",
  listing_incomplete: "what stands in the target could not be read whole",
  secret_not_in_snapshot: "it holds a secret that no export contains",
  made_by_the_tenant: "it holds a value that each tenant makes itself",
  group_missing: "a group is missing",
  location_missing: "a named location is missing",
  strength_missing: "an authentication strength is missing",
  filter_missing: "an assignment filter is missing",
  scope_tag_missing: "a scope tag is missing",
  depends_on_unwritten: "something that it depends on is not written",
};

const PLANNED: Readonly<Record<PlanReason, string>> = {
  missing: "it is not there",
  content_differs: "it is set differently",
  name_differs: "it is called differently",
  assignment_differs: "it reaches others",
  state_differs: "it is in another state",
  as_wanted: "it is as in the snapshot",
  state_kept: "only its state differs, and the plan keeps states",
};

const ENDED: Readonly<Record<Exclude<TruthReason, "hindered">, string>> = {
  verified: "read back and as wanted",
  found_written: "found as wanted",
  not_reached: "the restore ended before",
  dependency_not_written: "something that it depends on was not written",
  budget_used_up: "the provider kept putting requests off",
  permission: "the right to write it is missing",
  licence: "a licence is missing",
  invalid: "the provider refused its content",
  awaiting_approval: "a second administrator must approve it",
  no_effect: "the request had no effect",
  duplicates: "it stands there more than once",
  target_changed: "somebody changed it after the plan was made",
  target_gone: "it is gone from the target",
  settling: "the provider may not show it yet",
  not_shown: "the provider said that it made it, and does not show it",
  unreachable: "the provider cannot be asked",
  listing_incomplete: "what stands in the target could not be read whole",
  steps_left: "a part of it was written",
};

export function planWords(reason: PlanReason | Hindrance): string {
  return reason in PLANNED ? PLANNED[reason as PlanReason] : HINDRANCES[reason as Hindrance];
}

/** Why an item ended as it did, as the end of a sentence. */
export function truthWords({ item, judgement }: JudgedItem): string {
  return judgement.reason === "hindered" ? planWords(item.reason) : ENDED[judgement.reason];
}

/** The same with what it is about: which copies stand there, or what is missing. */
export function itemWords(one: JudgedItem): string {
  const { item, judgement } = one;
  if (item.action === "skip") return planWords(item.reason);
  const more = judgement.duplicates.length > 0 ? judgement.duplicates.join(", ") : item.detail;
  return more === null ? truthWords(one) : `${truthWords(one)}: ${more}`;
}

/** "3 of 38 written, 35 not attempted because a named location is missing. Nothing else was changed." */
export function restoreSentence(judged: readonly JudgedItem[]): string {
  const counts = countItems(judged);
  if (counts.planned === 0) return "Everything stood as wanted already. Nothing was changed.";
  const parts = [`${counts.applied} of ${counts.planned} written`];
  for (const [words, items] of Map.groupBy(unwritten(judged), groupWords)) {
    parts.push(`${items.length} ${words}`);
  }
  const certain = counts.unknown + counts.conflicts === 0;
  return `${parts.join(", ")}.${certain ? " Nothing else was changed." : ""}`;
}

function unwritten(judged: readonly JudgedItem[]): readonly JudgedItem[] {
  return plannedWrites(judged).filter(({ judgement }) => judgement.truth !== "applied");
}

const SENT: ReadonlySet<TruthReason> = new Set([
  "no_effect",
  "budget_used_up",
  "permission",
  "licence",
  "invalid",
]);

function groupWords(one: JudgedItem): string {
  const because = truthWords(one);
  switch (one.judgement.truth) {
    case "applied":
      return "written";
    case "not_applied":
      return `not ${SENT.has(one.judgement.reason) ? "written" : "attempted"} because ${because}`;
    case "partly_applied":
      return `written in part (${because})`;
    case "conflict":
      return `in conflict: ${because}`;
    case "unknown":
      return `not verified: ${because}`;
    case "awaiting_external":
      return "waiting for a second administrator in the customer's tenant";
  }
}

const NAMES_MAX = 5;

/** Names items, with the ids that stand for them where there is more than one. */
export function nameItems(judged: readonly JudgedItem[]): string {
  const named = judged.slice(0, NAMES_MAX).map(({ item, judgement }) => {
    const { duplicates } = judgement;
    return duplicates.length === 0 ? item.name : `${item.name} (${duplicates.join(", ")})`;
  });
  const more = judged.length - named.length;
  return more > 0 ? `${named.join("; ")}; and ${more} more` : named.join("; ");
}
