import { growAccessPolicy } from "./grow-access-policy.ts";
import { growCatalogPolicy } from "./grow-catalog-policy.ts";
import { growCompliancePolicy } from "./grow-compliance-policy.ts";
import type { Soil } from "./soil.ts";
import type { Policy } from "./policy.ts";

/** Grows a policy that nobody had before, of the wanted kind. */
export function growPolicy(kind: Policy["kind"], soil: Soil): Policy {
  switch (kind) {
    case "catalog":
      return growCatalogPolicy(soil);
    case "compliance":
      return growCompliancePolicy(soil);
    case "access":
      return growAccessPolicy(soil);
  }
}
