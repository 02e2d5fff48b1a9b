import { catalogBlueprint } from "../blueprints/setting-catalog.ts";
import type { CatalogBlueprint } from "../blueprints/catalog-blueprint.ts";
import type { CatalogPolicy } from "../policy.ts";
import { createRandom } from "../random.ts";
import { action, collection, dateTime, enumeration, links, navigation } from "./annotation.ts";
import type { JsonObject } from "./annotation.ts";
import { renderAssignment } from "./render-assignment.ts";
import { renderSetting } from "./render-setting.ts";

const KIND = "#microsoft.graph.deviceManagementConfiguration";
const FAMILY = "deviceManagementConfigurationTemplateFamily";

export function renderCatalogPolicy(policy: CatalogPolicy): JsonObject {
  const blueprint = catalogBlueprint(policy.blueprint);
  const address = `deviceManagement/configurationPolicies('${policy.id}')`;
  const owner = { id: policy.id, address, odataType: `${KIND}PolicyAssignment` };
  const template = blueprint.template === null ? null : templateId(blueprint);
  const platforms = blueprint.platform === "Win" ? "windows10" : "macOS";
  return {
    "@odata.context":
      "https://graph.microsoft.com/beta/$metadata#deviceManagement/configurationPolicies(assignments(),settings())/$entity",
    ...links(`${KIND}Policy`, address),
    ...dateTime("createdDateTime", policy.createdAt),
    creationSource: null,
    description: policy.description,
    ...dateTime("lastModifiedDateTime", policy.modifiedAt),
    name: policy.name,
    ...enumeration("platforms", "deviceManagementConfigurationPlatforms", platforms),
    priorityMetaData: null,
    ...collection("roleScopeTagIds", ["0"]),
    settingCount: policy.settings.length,
    ...enumeration(
      "technologies",
      "deviceManagementConfigurationTechnologies",
      blueprint.technologies,
    ),
    id: policy.id,
    templateReference: {
      "@odata.type": `${KIND}PolicyTemplateReference`,
      templateId: template ?? "",
      ...enumeration("templateFamily", FAMILY, blueprint.template?.family ?? "none"),
      templateDisplayName: blueprint.template?.name ?? null,
      templateDisplayVersion: template === null ? null : "Version 1",
    },
    ...navigation("assignments", address),
    assignments: policy.assignments.map((one) => renderAssignment(one, owner)),
    ...navigation("settings", address),
    settings: policy.settings.map((setting, index) => ({
      ...links(`${KIND}Setting`, `${address}/settings('${index}')`),
      id: String(index),
      settingInstance: renderSetting(setting, template),
      ...navigation("settingDefinitions", `${address}/settings('${index}')`),
    })),
    ...action("assign", address),
    ...action("createCopy", address),
  };
}

// Our own ids in the form of the service: the same template has the same id in every tenant.
function templateId(blueprint: CatalogBlueprint): string {
  return `${createRandom(`template/${blueprint.key}`).guid()}_1`;
}
