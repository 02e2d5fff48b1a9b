import type { CatalogBlueprint, Purpose } from "./catalog-blueprint.ts";

/** What all Windows blueprints share unless they say otherwise. */
export const windows = {
  platform: "Win",
  reach: "D",
  technologies: "mdm",
  template: null,
} as const;

export function purpose(name: string, ...leads: readonly string[]): Purpose {
  return { name, leads };
}

export function template(family: string, name: string): CatalogBlueprint["template"] {
  return { family: `endpointSecurity${family}`, name };
}
