import type { LeafPrimitive, LeafValue } from "../normal-form/setting-leaf.ts";

/** A value as text; what is not there is empty, which no value is but the empty text. */
export function valueText(value: LeafValue): string {
  return isList(value) ? value.map(primitiveText).join("; ") : primitiveText(value);
}

function isList(value: LeafValue): value is readonly LeafPrimitive[] {
  return Array.isArray(value);
}

function primitiveText(value: LeafPrimitive): string {
  return value === null ? "" : String(value);
}
