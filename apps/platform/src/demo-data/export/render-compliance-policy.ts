import { complianceBlueprint } from "../blueprints/compliance-blueprint.ts";
import type { CompliancePolicy } from "../policy.ts";
import { createRandom } from "../random.ts";
import { action, collection, dateTime, enumeration, links, navigation } from "./annotation.ts";
import type { JsonObject } from "./annotation.ts";
import { renderAssignment } from "./render-assignment.ts";

export function renderCompliancePolicy(policy: CompliancePolicy): JsonObject {
  const { odataType } = complianceBlueprint(policy.blueprint);
  const address = `deviceManagement/deviceCompliancePolicies('${policy.id}')`;
  const assignmentType = "#microsoft.graph.deviceCompliancePolicyAssignment";
  const owner = { id: policy.id, address, odataType: assignmentType };
  return {
    "@odata.context":
      "https://graph.microsoft.com/beta/$metadata#deviceManagement/deviceCompliancePolicies(assignments(),scheduledActionsForRule(scheduledActionConfigurations()))/$entity",
    ...links(odataType, address),
    ...collection("roleScopeTagIds", ["0"]),
    id: policy.id,
    ...dateTime("createdDateTime", policy.createdAt),
    description: policy.description,
    ...dateTime("lastModifiedDateTime", policy.modifiedAt),
    displayName: policy.name,
    version: policy.version,
    ...Object.fromEntries(policy.fields.map((field) => [field.path, field.value])),
    ...navigation("scheduledActionsForRule", address),
    scheduledActionsForRule: [renderRule(policy, address)],
    ...navigation("assignments", address),
    assignments: policy.assignments.map((one) => renderAssignment(one, owner)),
    ...action("assign", address),
    ...action("scheduleActionsForRules", address),
  };
}

// The service refuses a compliance policy without a block action.
function renderRule(policy: CompliancePolicy, address: string): JsonObject {
  const ids = createRandom(`rule/${policy.id}`);
  const id = ids.guid();
  const rule = `${address}/scheduledActionsForRule('${id}')`;
  const configuration = ids.guid();
  return {
    ...links("#microsoft.graph.deviceComplianceScheduledActionForRule", rule),
    id,
    ruleName: null,
    ...navigation("scheduledActionConfigurations", rule),
    scheduledActionConfigurations: [
      {
        ...links(
          "#microsoft.graph.deviceComplianceActionItem",
          `${rule}/scheduledActionConfigurations('${configuration}')`,
        ),
        id: configuration,
        gracePeriodHours: policy.graceHours,
        ...enumeration("actionType", "deviceComplianceActionType", "block"),
        notificationTemplateId: "00000000-0000-0000-0000-000000000000",
        ...collection("notificationMessageCCList", []),
      },
    ],
  };
}
