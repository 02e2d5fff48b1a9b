import type { JsonObject } from "../normal-form/json-value.ts";
import type { NamedFile } from "./export-layout.ts";
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

/**
 * Id and name as the object states them, else as its file is named. An id with `../` in it is a strange
 * id, and only data.
 */
export function identityOf(json: JsonObject, type: ItemType, file: NamedFile): ItemIdentity {
  const notes: ItemNote[] = [];
  const id = json["id"];
  const ownId = typeof id === "string" && isUsableId(id) ? id : null;
  const states = id !== undefined && id !== null && id !== "";
  if (ownId === null && states) notes.push("provider_id_unusable");
  const providerId = states ? ownId : file.providerId;
  const stated = statedName(json, type);
  if (stated === null)
    return { providerId, displayName: file.name, notes: [...notes, "named_by_file"] };
  const displayName = cleanName(stated);
  if (displayName !== stated.trim()) notes.push("name_cleaned");
  return { providerId, displayName, notes };
}

// What some exports put behind the name: the id, or the moment of the export (day-month-year-h-m-s).
const ID_TAIL = /_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOMENT_TAIL = /_\d{2}-\d{2}-\d{4}-\d{1,2}-\d{1,2}-\d{1,2}$/;

/** The file name without its ending and without the id or moment that some exports put behind it. */
export function nameOfFile(file: string): string {
  const base = file.slice(file.lastIndexOf("/") + 1).replace(/\.(json|ya?ml)$/i, "");
  const bare = base.replace(ID_TAIL, "").replace(MOMENT_TAIL, "");
  return cleanName(bare === "" ? base : bare);
}

/** For tools that name a file after its object and add nothing but, perhaps, the id. */
export function plainlyNamed(file: string): NamedFile {
  return { name: nameOfFile(file), providerId: null };
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
