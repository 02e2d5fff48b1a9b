import canonicalize from "canonicalize";
import type { JsonValue } from "./json-value.ts";

/**
 * The one text of a JSON value (RFC 8785): same value, same bytes, whatever the order of its keys.
 * Throws on what JSON cannot hold (lone surrogates, infinite numbers); reading refuses those first.
 */
export function canonicalJson(value: JsonValue): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("A value without a JSON form has no canonical text");
  return text;
}

/** Order by UTF-16 code unit, the order of RFC 8785: independent of locale and of the machine. */
export function byCodeUnit(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** A list read as a set: sorted by canonical text, each member once. */
export function asSet(list: readonly JsonValue[]): readonly JsonValue[] {
  const members = new Map<string, JsonValue>();
  for (const member of list) members.set(canonicalJson(member), member);
  return [...members].sort(([left], [right]) => byCodeUnit(left, right)).map(([, value]) => value);
}
