import type { ReconciliationCheck } from "../run/reconciliation-record.ts";
import { asPlainWords } from "./plain-words.ts";

export interface BeliefCheck {
  readonly text: string;
  readonly passed: boolean;
  readonly detail: string;
}

/** A check as a reader may see it: code words written out, details that only a programmer reads left out. */
export function asPlainCheck(check: ReconciliationCheck): BeliefCheck {
  const text = asPlainWords(check.check.replaceAll("_", " "), "A technical check");
  return {
    text: text.charAt(0).toUpperCase() + text.slice(1),
    passed: check.passed,
    detail: plainDetail(check.detail),
  };
}

/** The detail of a check without what only a programmer reads. */
export function plainDetail(detail: string): string {
  return detail === "" ? "" : asPlainWords(detail, "The detail is technical.");
}
