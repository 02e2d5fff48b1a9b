import { ACCESS_TYPE } from "../normal-form/access-type.ts";
import type { PolicyType } from "../provider/policy-type.ts";

export interface RestorableType {
  readonly type: PolicyType;
  /** Lower is written earlier: what others refer to comes first. */
  readonly rank: number;
  /** False where whom it reaches is part of the content, or nobody is reached. */
  readonly assigns: boolean;
}

const POLICY_RANK = 1_000;

/**
 * What a restore writes. The ranks are the import order of IntuneManagement. Groups are not among them: an export
 * does not hold their members, and a policy that is assigned to an empty group protects nobody.
 */
const TYPES: readonly RestorableType[] = [
  { type: "roleScopeTags", rank: 10, assigns: false },
  { type: "assignmentFilters", rank: 15, assigns: false },
  { type: "authenticationStrengths", rank: 45, assigns: false },
  { type: "namedLocations", rank: 50, assigns: false },
  { type: "configurationPolicies", rank: POLICY_RANK, assigns: true },
  { type: "deviceConfigurations", rank: POLICY_RANK, assigns: true },
  { type: "deviceCompliancePolicies", rank: POLICY_RANK, assigns: true },
  { type: "compliancePolicies", rank: POLICY_RANK, assigns: true },
  { type: "windowsDriverUpdateProfiles", rank: POLICY_RANK, assigns: true },
  { type: "windowsFeatureUpdateProfiles", rank: POLICY_RANK, assigns: true },
  { type: "windowsQualityUpdateProfiles", rank: POLICY_RANK, assigns: true },
  { type: ACCESS_TYPE, rank: POLICY_RANK, assigns: false },
];

const BY_TYPE: ReadonlyMap<string, RestorableType> = new Map(TYPES.map((row) => [row.type, row]));

export function restorableType(type: string): RestorableType | null {
  return BY_TYPE.get(type) ?? null;
}

/** Where a type stands in the order of writing; types that are not written come last. */
export function typeRank(type: string): number {
  return BY_TYPE.get(type)?.rank ?? POLICY_RANK + 1;
}
