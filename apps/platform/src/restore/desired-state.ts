import type { JsonArray, JsonObject } from "../normal-form/json-value.ts";
import type { PolicyMeta } from "../normal-form/meta-of.ts";
import { hashOf } from "../normal-form/hash-of.ts";

/** How an object is to stand: what it sets, what it is called, whom it reaches (null = nothing is said of that). */
export interface DesiredState {
  readonly content: JsonObject;
  readonly meta: PolicyMeta;
  readonly assignment: JsonArray | null;
}

/** The three parts of an object by their hashes. */
export interface StateHashes {
  readonly content: string;
  readonly meta: string;
  readonly assignment: string | null;
}

export function hashesOf(state: DesiredState): StateHashes {
  return {
    content: hashOf("content", state.content),
    meta: hashOf("meta", { ...state.meta }),
    assignment: state.assignment === null ? null : hashOf("assignment", state.assignment),
  };
}
