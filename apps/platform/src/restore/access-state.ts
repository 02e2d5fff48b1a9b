import { ACCESS_TYPE, REPORT_ONLY } from "../normal-form/access-type.ts";
import type { JsonObject } from "../normal-form/json-value.ts";

/** In which state conditional access policies are created: never enforced unless the plan says so. */
export const ACCESS_STATES = ["disabled", "report_only", "as_in_snapshot"] as const;
export type AccessState = (typeof ACCESS_STATES)[number];

export interface StagedContent {
  /** What the create or update writes. */
  readonly content: JsonObject;
  /** The state that the last step sets; null = no such step. */
  readonly finalState: string | null;
}

/**
 * The content as it is written first, and the state that is set at the very end. An enforced policy can lock everybody
 * out, so enforcing is a step of its own; the state of a policy that stands already is kept unless the plan says otherwise.
 */
export function stageAccess(
  type: string,
  wanted: JsonObject,
  options: { readonly accessState: AccessState; readonly current: JsonObject | null },
): StagedContent {
  if (type !== ACCESS_TYPE) return { content: wanted, finalState: null };
  const { accessState, current } = options;
  const kept = current?.["state"];
  const first =
    typeof kept === "string" ? kept : accessState === "report_only" ? REPORT_ONLY : "disabled";
  const content = { ...wanted, state: first };
  const final = wanted["state"];
  const changes = accessState === "as_in_snapshot" && typeof final === "string" && final !== first;
  return { content, finalState: changes ? final : null };
}

export function withState(content: JsonObject, state: string): JsonObject {
  return { ...content, state };
}
