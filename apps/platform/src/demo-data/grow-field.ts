import type { FieldDefinition } from "./blueprints/field-definition.ts";
import type { Field } from "./policy.ts";
import { strictOr } from "./setting-instance.ts";
import type { Soil } from "./soil.ts";

/** An optional property is left out half of the time. */
export function growField(definition: FieldDefinition, soil: Soil): Field {
  const { random, maturity } = soil;
  const absent = definition.optional && random.chance(0.5);
  const value = absent ? null : strictOr(definition.values, { ...maturity, random });
  return { path: definition.path, value };
}
