import type { JsonObject } from "../normal-form/json-value.ts";
import type { ItemNote } from "./export-reading.ts";
import { typeNameField } from "./policy-type.ts";
import type { ItemType } from "./policy-type.ts";

export interface ItemIdentity {
  readonly providerId: string | null;
  readonly displayName: string;
  readonly notes: readonly ItemNote[];
}

const PROVIDER_ID_CHARACTERS_MAX = 256;
const DISPLAY_NAME_CHARACTERS_MAX = 256;
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const NAME_FIELDS = ["displayName", "name", "profileName", "fileName"];

/** Id and name as the object states them. An id with `../` in it is a strange id, and only data. */
export function identityOf(json: JsonObject, type: ItemType, file: string): ItemIdentity {
  const notes: ItemNote[] = [];
  const id = json["id"];
  const providerId = typeof id === "string" && isUsableId(id) ? id : null;
  if (providerId === null && id !== undefined && id !== null && id !== "") {
    notes.push("provider_id_unusable");
  }
  const stated = statedName(json, type);
  if (stated === null)
    return { providerId, displayName: nameOfFile(file), notes: [...notes, "named_by_file"] };
  const displayName = cleanName(stated);
  if (displayName !== stated.trim()) notes.push("name_cleaned");
  return { providerId, displayName, notes };
}

/** The file name without its ending and without the id that some exports put behind it. */
export function nameOfFile(file: string): string {
  const base = file.slice(file.lastIndexOf("/") + 1).replace(/\.json$/i, "");
  const bare = base.replace(/_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, "");
  return cleanName(bare === "" ? base : bare);
}

function isUsableId(id: string): boolean {
  return id.length > 0 && id.length <= PROVIDER_ID_CHARACTERS_MAX && !CONTROL.test(id);
}

function statedName(json: JsonObject, type: ItemType): string | null {
  for (const field of [typeNameField(type), ...NAME_FIELDS]) {
    const name = json[field];
    if (typeof name === "string" && cleanName(name) !== "") return name;
  }
  return null;
}

function cleanName(name: string): string {
  const plain = name.replaceAll(/[\p{Cc}\u2028\u2029]/gu, " ").trim();
  if (plain.length <= DISPLAY_NAME_CHARACTERS_MAX) return plain;
  // The cut may go through a character pair; the half that is left is no text.
  return plain.slice(0, DISPLAY_NAME_CHARACTERS_MAX).replace(/[\uD800-\uDBFF]$/, "");
}
