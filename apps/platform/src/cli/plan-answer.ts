import { planCounts, planJson } from "../restore/plan-json.ts";
import type { RestorePlan } from "../restore/restore-plan.ts";
import type { IdentityProof } from "../restore/prove-identity.ts";
import { planWords } from "../restore/restore-words.ts";
import type { CommandAnswer } from "./write-output.ts";

const IDENTITY_NOTES: Readonly<Record<Exclude<IdentityProof, "proven">, string>> = {
  other:
    "The folder is another tenant's than the one that was pinned: the restore would be blocked.",
  unproven: "The folder does not say whose it is: the restore would be blocked.",
  not_pinned: "No identity is pinned for this environment: the restore would be blocked.",
  unreachable: "The folder cannot be read: the restore would be blocked.",
};

/** A plan as it is shown before anything is written. */
export function planAnswer(plan: RestorePlan, identity: IdentityProof): CommandAnswer {
  const summary = planCounts(plan);
  return {
    json: planJson(plan, identity),
    columns: ["NO.", "ACTION", "TYPE", "NAME", "WHY"].map((title) => ({ title })),
    rows: plan.items.map((item) => [
      String(item.itemNo),
      item.hindered ? `not attempted (${item.action})` : item.action,
      item.type,
      item.name,
      item.detail === null ? planWords(item.reason) : `${planWords(item.reason)}: ${item.detail}`,
    ]),
    notes: [
      `${summary.would_write} would be written, ${summary.not_attempted} not attempted, ${summary.as_wanted_already} as wanted already. Nothing is ever deleted.`,
      ...(identity === "proven" ? [] : [IDENTITY_NOTES[identity]]),
    ],
  };
}
