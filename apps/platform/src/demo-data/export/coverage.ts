import type { Oddity } from "../oddity.ts";

/**
 * `_coverage.json` in a month's folder. The exporter's own layout cannot say that a type was not readable at all, so this
 * marker does. A type that is not named was not looked at.
 */
export interface Coverage {
  readonly schema: 1;
  readonly types: readonly (
    | { readonly type: string; readonly status: "complete" }
    | { readonly type: string; readonly status: "unlicensed"; readonly reason: string }
  )[];
}

/** `complete` = the listing was read to its end; what became of single files is another matter. */
const READ_TYPES = [
  "SettingsCatalog",
  "CompliancePolicies",
  "ConditionalAccess",
  "NamedLocations",
  "Groups",
] as const;

export function coverageOf(oddities: readonly Oddity[]): Coverage {
  return {
    schema: 1,
    types: [
      ...READ_TYPES.map((type) => ({ type, status: "complete" as const })),
      ...oddities
        .filter((oddity) => oddity.kind === "unlicensed_type")
        .map(({ type, detail }) => ({ type, status: "unlicensed" as const, reason: detail })),
    ],
  };
}
