import type { ObjectRole, PolicyArea, PolicyTypeRow } from "./policy-type-row.ts";
import { POLICY_TYPES } from "./policy-type-table.ts";

export type PolicyType = (typeof POLICY_TYPES)[number]["type"];

/** A type of the table, or `other:<odata type or folder>`: an object of an unknown type is kept too. */
export type ItemType = PolicyType | `other:${string}`;

const BY_TYPE: ReadonlyMap<string, PolicyTypeRow> = new Map(
  POLICY_TYPES.map((row): [string, PolicyTypeRow] => [row.type, row]),
);

export function typeLabel(type: ItemType): string {
  return BY_TYPE.get(type)?.label ?? type.replace(/^other:/, "");
}

export function typeArea(type: ItemType): PolicyArea {
  return BY_TYPE.get(type)?.area ?? "other";
}

export function typeRole(type: ItemType): ObjectRole {
  return BY_TYPE.get(type)?.role ?? "policy";
}

export function typeNameField(type: ItemType): PolicyTypeRow["nameField"] {
  return BY_TYPE.get(type)?.nameField ?? "displayName";
}
