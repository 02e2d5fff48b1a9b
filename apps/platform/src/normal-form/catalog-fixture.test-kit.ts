import type { JsonObject, JsonValue } from "./json-value.ts";

// Settings in the two forms in which exports write them: minimal, and with full metadata.
const TYPE = "#microsoft.graph.deviceManagementConfiguration";

export function choice(id: string, option: string, children: readonly JsonObject[] = []) {
  return {
    "@odata.type": `${TYPE}ChoiceSettingInstance`,
    settingDefinitionId: id,
    settingInstanceTemplateReference: null,
    choiceSettingValue: {
      settingValueTemplateReference: null,
      value: `${id}_${option}`,
      children,
    },
  };
}

export function simple(id: string, value: string | number, kind?: string) {
  return {
    "@odata.type": `${TYPE}SimpleSettingInstance`,
    settingDefinitionId: id,
    simpleSettingValue: simpleValue(value, kind),
  };
}

export function simpleCollection(id: string, values: readonly (string | number)[]) {
  return {
    "@odata.type": `${TYPE}SimpleSettingCollectionInstance`,
    settingDefinitionId: id,
    simpleSettingCollectionValue: values.map((value) => simpleValue(value)),
  };
}

export function group(id: string, entries: readonly (readonly JsonObject[])[]) {
  return {
    "@odata.type": `${TYPE}GroupSettingCollectionInstance`,
    settingDefinitionId: id,
    groupSettingCollectionValue: entries.map((children) => ({ children })),
  };
}

export function policy(instances: readonly JsonObject[], more: JsonObject = {}) {
  return {
    id: "11111111-1111-4111-8111-111111111111",
    name: "Firewall",
    description: "",
    platforms: "windows10",
    technologies: "mdm",
    roleScopeTagIds: ["0"],
    settingCount: instances.length,
    settings: instances.map((settingInstance, index) => ({ id: String(index), settingInstance })),
    ...more,
  };
}

/** The same policy as it looks with full metadata: a type note beside and inside everything. */
export function withFullMetadata(value: JsonValue, key = ""): JsonValue {
  if (Array.isArray(value)) return value.map((entry: JsonValue) => withFullMetadata(entry, key));
  if (typeof value !== "object" || value === null) return value;
  const declared: Readonly<Record<string, string>> = {
    settings: `${TYPE}Setting`,
    choiceSettingValue: `${TYPE}ChoiceSettingValue`,
    groupSettingCollectionValue: `${TYPE}GroupSettingValue`,
  };
  const type = declared[key];
  const entries = Object.entries(value).flatMap(([name, child]): [string, JsonValue][] => [
    ...(name.startsWith("@") ? [] : ([[`${name}@odata.type`, "#Any"]] as [string, JsonValue][])),
    [name, withFullMetadata(child, name)],
  ]);
  return { ...(type === undefined ? {} : { "@odata.type": type }), ...Object.fromEntries(entries) };
}

function simpleValue(value: string | number, kind?: string) {
  const type = kind ?? (typeof value === "number" ? "Integer" : "String");
  return { "@odata.type": `${TYPE}${type}SettingValue`, value };
}
