import { normalisedName } from "../normal-form/normalised-name.ts";

/**
 * What makes two objects of two exports the same policy: the Graph collection it is of, and its name without a
 * version or "(Deprecated)" at its end, in Unicode's composed form, white space collapsed, case folded. Nothing is
 * guessed beyond that. An id is no part of it: a recreated policy is the same policy.
 */
export interface PolicyKey {
  readonly type: string;
  readonly name: string;
}

export function policyKey(type: string, displayName: string): PolicyKey {
  return { type, name: normalisedName(displayName) };
}

/** One text for each key, for maps. */
export function keyText({ type, name }: PolicyKey): string {
  return JSON.stringify([type, name]);
}
