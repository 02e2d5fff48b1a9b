import { COMPLIANCE_BLUEPRINTS } from "./blueprints/compliance-blueprint.ts";
import { growField } from "./grow-field.ts";
import type { CompliancePolicy } from "./policy.ts";
import { freeName } from "./policy-name.ts";
import { growAssignments } from "./soil.ts";
import type { Soil } from "./soil.ts";

export function growCompliancePolicy(soil: Soil): CompliancePolicy {
  const { random, maturity } = soil;
  const blueprint = random.pick(COMPLIANCE_BLUEPRINTS);
  const purpose = random.pick(blueprint.purposes);
  const base = `${blueprint.platform} - Compliance - D - ${purpose}`;
  return {
    kind: "compliance",
    id: random.guid(),
    name: freeName(base, { random, taken: soil.taken, untidyShare: maturity.untidyNameShare }),
    description: random.chance(0.5) ? `What a device must meet: ${purpose.toLowerCase()}.` : "",
    blueprint: blueprint.key,
    createdAt: soil.createdAt,
    modifiedAt: soil.modifiedAt,
    version: random.integer(1, 9),
    assignments: growAssignments("devices", soil),
    fields: blueprint.fields.map((definition) => growField(definition, soil)),
    graceHours: random.pick([0, 24, 72, 168]),
  };
}
