import { ASSIGNMENT_FIELDS } from "../../normal-form/assignment-of.ts";
import { isJsonArray, isJsonObject } from "../../normal-form/json-value.ts";
import type { JsonArray, JsonObject, JsonValue } from "../../normal-form/json-value.ts";
import { declaresSettingCount } from "../../normal-form/catalog-type.ts";
import { isVolatileAtTop } from "../../normal-form/volatile-field.ts";
import type { ObjectBody } from "../../restore/restore-target.ts";
import { typeNameField } from "../policy-type.ts";
import type { ItemType } from "../policy-type.ts";
import { typeFolder } from "./type-folder.ts";

/** What the provider itself says of an object. */
export interface ServerFields {
  readonly id: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly version: number;
}

/** The file of an object: what the provider says of it, what was asked for, and its assignments. */
export function objectJson(
  type: string,
  body: ObjectBody,
  kept: { readonly server: ServerFields; readonly assignments: JsonArray | null },
): JsonObject {
  const { content, meta } = body;
  const { server, assignments } = kept;
  const odataType = content["@odata.type"] ?? typeFolder(type)?.odataType ?? null;
  const settings = content["settings"];
  const counted = declaresSettingCount(type) && isJsonArray(settings);
  return {
    ...(odataType === null ? {} : { "@odata.type": odataType }),
    id: server.id,
    createdDateTime: server.createdAt,
    lastModifiedDateTime: server.modifiedAt,
    version: server.version,
    [typeNameField(type as ItemType)]: meta.name,
    description: meta.description,
    ...(meta.scopeTags.length === 0 ? {} : { roleScopeTagIds: meta.scopeTags }),
    ...content,
    ...(counted ? { settingCount: settings.length, settings: numbered(settings) } : {}),
    ...(assignments === null ? {} : { assignments }),
  };
}

/** Assignments as the provider lists them: each with an id of its own. */
export function listedAssignments(id: string, targets: JsonArray): JsonArray {
  return targets.map((entry, index): JsonValue => {
    if (!isJsonObject(entry)) return entry;
    const target = entry["target"];
    const group = isJsonObject(target) ? target["groupId"] : undefined;
    const suffix = typeof group === "string" ? group : String(index);
    return { id: `${id}_${suffix}`, source: "direct", sourceId: id, ...entry };
  });
}

export function serverFieldsOf(json: JsonObject, id: string, modifiedAt: string): ServerFields {
  const created = json["createdDateTime"];
  const version = json["version"];
  return {
    id,
    createdAt: typeof created === "string" ? created : modifiedAt,
    modifiedAt,
    version: (typeof version === "number" ? version : 0) + 1,
  };
}

/** What a whole replacement leaves alone: assignments, and fields of the provider that say nothing of the policy. */
export function keptAssignments(json: JsonObject): JsonArray | null {
  const lists = [...ASSIGNMENT_FIELDS].map((field) => json[field]).filter(isJsonArray);
  return lists.length === 0 ? null : lists.flat();
}

export function keptServerFields(json: JsonObject): JsonObject {
  const counted = new Set(["version", "settingCount"]);
  return Object.fromEntries(
    Object.entries(json).filter(([key]) => isVolatileAtTop(key) && !counted.has(key)),
  );
}

function numbered(settings: JsonArray): JsonArray {
  return settings.map((entry, index) =>
    isJsonObject(entry) ? { id: String(index), ...entry } : entry,
  );
}
