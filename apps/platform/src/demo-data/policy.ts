import type { SettingInstance } from "./setting-instance.ts";

/** Folder names of the export, which are also the type names in TRUTH.json. */
export type ExportType = "SettingsCatalog" | "CompliancePolicies" | "ConditionalAccess";

/** Who gets a policy. Conditional access keeps the same list inside its user conditions. */
export type Assignment =
  | { readonly kind: "include"; readonly group: string }
  | { readonly kind: "exclude"; readonly group: string }
  | { readonly kind: "all-devices" }
  | { readonly kind: "all-users" };

export type FieldValue = string | number | boolean | readonly string[];

/** One property of a policy that is no settings tree; the path is written with `/`, null = not configured. */
export interface Field {
  readonly path: string;
  readonly value: FieldValue | null;
}

interface PolicyHead {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Key of the blueprint that it was grown from; platform, template and alternatives are looked up there. */
  readonly blueprint: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly version: number;
  readonly assignments: readonly Assignment[];
}

export interface CatalogPolicy extends PolicyHead {
  readonly kind: "catalog";
  readonly settings: readonly SettingInstance[];
}

export interface CompliancePolicy extends PolicyHead {
  readonly kind: "compliance";
  readonly fields: readonly Field[];
  readonly graceHours: number;
}

/** Graph's own three words. */
export type AccessState = "enabled" | "disabled" | "enabledForReportingButNotEnforced";

export interface AccessPolicy extends PolicyHead {
  readonly kind: "access";
  readonly state: AccessState;
  readonly fields: readonly Field[];
}

export type Policy = CatalogPolicy | CompliancePolicy | AccessPolicy;

const EXPORT_TYPES: Readonly<Record<Policy["kind"], ExportType>> = {
  catalog: "SettingsCatalog",
  compliance: "CompliancePolicies",
  access: "ConditionalAccess",
};

export function exportTypeOf(policy: Policy): ExportType {
  return EXPORT_TYPES[policy.kind];
}

/** One line for each assignment, sorted, since their order means nothing. */
export function assignmentLabels(policy: Policy): readonly string[] {
  return policy.assignments
    .map((one) => ("group" in one ? `${one.kind}:${one.group}` : one.kind))
    .sort();
}
