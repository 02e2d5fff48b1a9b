import { canonicalJson } from "../../normal-form/canonical-json.ts";
import type { JsonValue } from "../../normal-form/json-value.ts";
import type { PackInput } from "../pack-input.ts";

/** Where each statement of the review comes from, with the inputs that it is a function of. */
export function evidenceJson({ document, changes, review }: PackInput): string {
  const { inputs, baseline, golden, evidence, verdict, tiles, totals, areas } = document;
  const told = {
    schema: 1,
    review,
    inputs,
    baseline,
    verdict,
    tiles,
    totals,
    areas,
    answers: golden,
    evidence,
    changes_since: changes,
  };
  // Plain JSON by its types; readonly interfaces have no index signature to say so.
  return `${canonicalJson(told as unknown as JsonValue)}\n`;
}
