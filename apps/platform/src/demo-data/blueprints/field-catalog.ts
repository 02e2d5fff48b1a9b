import type { AccessPolicy, CompliancePolicy } from "../policy.ts";
import { accessBlueprint } from "./access-blueprint.ts";
import { complianceBlueprint } from "./compliance-blueprint.ts";
import type { FieldDefinition } from "./field-definition.ts";

/** What the properties of this policy may be; properties without a definition never drift. */
export function fieldDefinitions(
  policy: CompliancePolicy | AccessPolicy,
): readonly FieldDefinition[] {
  switch (policy.kind) {
    case "compliance":
      return complianceBlueprint(policy.blueprint).fields;
    case "access":
      return accessBlueprint(policy.blueprint).fields;
  }
}
