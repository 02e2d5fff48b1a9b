/** `supporting` objects are what policies refer to; they are not governed themselves. */
export type ObjectRole = "policy" | "supporting";

const AREA_LABELS = {
  device_configuration: "Device configuration",
  compliance: "Compliance",
  conditional_access: "Conditional access",
  endpoint_security: "Endpoint security",
  updates: "Updates",
  apps: "Apps",
  enrollment: "Enrollment",
  scripts: "Scripts",
  tenant_admin: "Tenant administration",
  cloud_pc: "Cloud PC",
  references: "References",
  other: "Other",
} as const;

export type PolicyArea = keyof typeof AREA_LABELS;

export function areaLabel(area: PolicyArea): string {
  return AREA_LABELS[area];
}

export interface PolicyTypeRow<Type extends string = string> {
  readonly type: Type;
  readonly area: PolicyArea;
  readonly label: string;
  /** `@odata.type` without `#microsoft.graph.`, in lower case: its exact form, or how such names look. */
  readonly odata: readonly (string | RegExp)[];
  /** Path of the Graph collection, as `@odata.context` names it. */
  readonly collection: string;
  readonly nameField: "displayName" | "name" | "profileName" | "fileName";
  readonly role: ObjectRole;
}

export type RowDetails = Pick<PolicyTypeRow, "label" | "odata"> &
  Partial<Pick<PolicyTypeRow, "collection" | "nameField" | "role">>;

/** A row of the table; most collections lie under `deviceManagement` and bear the name of the type. */
export function row<const Type extends string>(
  type: Type,
  area: PolicyArea,
  details: RowDetails,
): PolicyTypeRow<Type> {
  const collection = `deviceManagement/${type}`;
  return { type, area, collection, nameField: "displayName", role: "policy", ...details };
}
