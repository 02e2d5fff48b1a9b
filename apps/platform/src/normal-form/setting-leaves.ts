import { asSet, canonicalJson } from "./canonical-json.ts";
import { isJsonArray, isJsonObject, objectsOf } from "./json-value.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { inOrder, leafPath } from "./setting-leaf.ts";
import type { LeafPrimitive, LeafValue, SettingLeaf } from "./setting-leaf.ts";
import { isTenantGenerated, TENANT_GENERATED_VALUE } from "./tenant-generated-setting.ts";

/**
 * The tree of a settings catalog policy as one flat list. Every instance gives at least one leaf, also
 * an empty group and an instance of an unknown kind: what is in the content is never invisible here.
 */
export function settingLeaves(policy: JsonObject): readonly SettingLeaf[] {
  const settings = policy["settings"] ?? null;
  const instances = isJsonArray(settings)
    ? settings.map((entry) => (isJsonObject(entry) ? (entry["settingInstance"] ?? entry) : entry))
    : [policy["settingInstance"] ?? null].filter((instance) => instance !== null);
  return inOrder(instances.flatMap((instance) => leavesOf(instance, "")));
}

function leavesOf(instance: JsonValue, parent: string): readonly SettingLeaf[] {
  if (!isJsonObject(instance)) return [leaf(leafPath(parent, "unrecognised"), instance)];
  const definitionId = instance["settingDefinitionId"];
  if (typeof definitionId !== "string") {
    return [leaf(leafPath(parent, "unrecognised"), canonicalJson(instance))];
  }
  const path = leafPath(parent, definitionId);
  if (isTenantGenerated(definitionId)) return [leaf(path, TENANT_GENERATED_VALUE)];
  return leavesAt(instance, path);
}

function leavesAt(instance: JsonObject, path: string): readonly SettingLeaf[] {
  const isA = (kind: string): boolean => odataTypeEndsWith(instance, kind);
  const choice = instance["choiceSettingValue"];
  if (isJsonObject(choice)) return [leaf(path, choice["value"] ?? null), ...below(choice, path)];
  const simple = instance["simpleSettingValue"];
  if (isJsonObject(simple)) return [simpleLeaf(simple, path)];
  const group = instance["groupSettingValue"];
  if (isJsonObject(group)) return entryLeaves(group, path);
  if (isA("GroupSettingCollectionInstance")) {
    return groupLeaves(objectsOf(instance["groupSettingCollectionValue"]), path);
  }
  if (isA("SimpleSettingCollectionInstance")) {
    return [collectionLeaf(objectsOf(instance["simpleSettingCollectionValue"]), path)];
  }
  if (isA("ChoiceSettingCollectionInstance")) {
    const options = objectsOf(instance["choiceSettingCollectionValue"]);
    return [collectionLeaf(options, path), ...options.flatMap((option) => below(option, path))];
  }
  return [leaf(path, canonicalJson(instance))];
}

// Only where there is more than one entry does its place become part of the path.
function groupLeaves(entries: readonly JsonObject[], path: string): readonly SettingLeaf[] {
  if (entries.length === 0) return [leaf(path, [])];
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) return entryLeaves(only, path);
  return entries.flatMap((entry, index) => entryLeaves(entry, `${path}[${index}]`));
}

function entryLeaves(entry: JsonObject, path: string): readonly SettingLeaf[] {
  const leaves = below(entry, path);
  return leaves.length > 0 ? leaves : [leaf(path, [])];
}

function below(value: JsonObject, path: string): readonly SettingLeaf[] {
  const children = value["children"];
  return isJsonArray(children) ? children.flatMap((child) => leavesOf(child, path)) : [];
}

function collectionLeaf(members: readonly JsonObject[], path: string): SettingLeaf {
  const values = members.map((member) => primitive(member["value"] ?? null));
  return { path, value: asSet(values) as readonly LeafPrimitive[], secret: members.some(isSecret) };
}

function simpleLeaf(value: JsonObject, path: string): SettingLeaf {
  return { path, value: primitive(value["value"] ?? null), secret: isSecret(value) };
}

function leaf(path: string, value: JsonValue): SettingLeaf {
  return { path, value: leafValue(value), secret: false };
}

function leafValue(value: JsonValue): LeafValue {
  return isJsonArray(value) ? value.map(primitive) : primitive(value);
}

function primitive(value: JsonValue): LeafPrimitive {
  return typeof value === "object" && value !== null ? canonicalJson(value) : value;
}

function isSecret(value: JsonObject): boolean {
  return "valueState" in value || odataTypeEndsWith(value, "SecretSettingValue");
}

function odataTypeEndsWith(object: JsonObject, ending: string): boolean {
  const odataType = object["@odata.type"];
  return typeof odataType === "string" && odataType.endsWith(ending);
}
