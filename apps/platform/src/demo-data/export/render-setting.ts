import { choiceValue } from "../policy-leaf.ts";
import { createRandom } from "../random.ts";
import type { SettingInstance } from "../setting-instance.ts";
import { collection } from "./annotation.ts";
import type { JsonObject } from "./annotation.ts";

const GRAPH = "#microsoft.graph.deviceManagementConfiguration";
const CHILDREN = "microsoft.graph.deviceManagementConfigurationSettingInstance";

const NAMES: Readonly<Record<SettingInstance["kind"], string>> = {
  choice: "ChoiceSettingInstance",
  simple: "SimpleSettingInstance",
  "simple-collection": "SimpleSettingCollectionInstance",
  "group-collection": "GroupSettingCollectionInstance",
};

/** A setting as Graph writes it; `template` = the policy is tied to one, so its settings refer to it. */
export function renderSetting(instance: SettingInstance, template: string | null): JsonObject {
  return {
    "@odata.type": `${GRAPH}${NAMES[instance.kind]}`,
    settingDefinitionId: instance.definition,
    settingInstanceTemplateReference: templateReference(instance.definition, template),
    ...renderValue(instance, template),
  };
}

function templateReference(definition: string, template: string | null): JsonObject | null {
  if (template === null) return null;
  const settingInstanceTemplateId = createRandom(`${template}/${definition}`).guid();
  return { "@odata.type": `${GRAPH}SettingInstanceTemplateReference`, settingInstanceTemplateId };
}

function renderValue(instance: SettingInstance, template: string | null): JsonObject {
  const inner = (children: readonly SettingInstance[]) =>
    collection(
      "children",
      children.map((child) => renderSetting(child, template)),
      CHILDREN,
    );
  switch (instance.kind) {
    case "choice":
      return {
        choiceSettingValue: {
          "@odata.type": `${GRAPH}ChoiceSettingValue`,
          settingValueTemplateReference: null,
          value: choiceValue(instance),
          ...inner(instance.children),
        },
      };
    case "simple":
      return { simpleSettingValue: renderSimple(instance.value) };
    case "simple-collection":
      return collection(
        "simpleSettingCollectionValue",
        instance.values.map(renderSimple),
        "microsoft.graph.deviceManagementConfigurationSimpleSettingValue",
      );
    case "group-collection":
      return collection(
        "groupSettingCollectionValue",
        instance.entries.map((entry) => ({
          "@odata.type": `${GRAPH}GroupSettingValue`,
          settingValueTemplateReference: null,
          ...inner(entry),
        })),
        "microsoft.graph.deviceManagementConfigurationGroupSettingValue",
      );
  }
}

function renderSimple(value: string | number): JsonObject {
  const type = typeof value === "number" ? "Integer" : "String";
  return {
    "@odata.type": `${GRAPH}${type}SettingValue`,
    settingValueTemplateReference: null,
    value,
  };
}
