import type { Assignment } from "../policy.ts";
import { links } from "./annotation.ts";
import type { JsonObject } from "./annotation.ts";

interface Owner {
  readonly id: string;
  /** Place of the policy below the service root. */
  readonly address: string;
  readonly odataType: string;
}

// The ids that the service itself uses for its two virtual groups.
const VIRTUAL_GROUPS = {
  "all-devices": "adadadad-808e-44e2-905a-0b7873a8a531",
  "all-users": "acacacac-9df4-4c7d-9d50-4ef0226f57a9",
} as const;

const TARGETS: Readonly<Record<Assignment["kind"], string>> = {
  include: "groupAssignmentTarget",
  exclude: "exclusionGroupAssignmentTarget",
  "all-devices": "allDevicesAssignmentTarget",
  "all-users": "allLicensedUsersAssignmentTarget",
};

export function renderAssignment(assignment: Assignment, owner: Owner): JsonObject {
  const group = "group" in assignment ? assignment.group : VIRTUAL_GROUPS[assignment.kind];
  const id = `${owner.id}_${group}`;
  return {
    ...links(owner.odataType, `${owner.address}/assignments('${id}')`),
    id,
    "source@odata.type": "#microsoft.graph.deviceAndAppManagementAssignmentSource",
    source: "direct",
    sourceId: owner.id,
    target: {
      "@odata.type": `#microsoft.graph.${TARGETS[assignment.kind]}`,
      deviceAndAppManagementAssignmentFilterId: null,
      "deviceAndAppManagementAssignmentFilterType@odata.type":
        "#microsoft.graph.deviceAndAppManagementAssignmentFilterType",
      deviceAndAppManagementAssignmentFilterType: "none",
      ...("group" in assignment ? { groupId: group } : {}),
    },
  };
}
