import type { SettingDefinition } from "../setting-definition.ts";

/** What a settings catalog policy of one area may be called and may hold. */
export interface CatalogBlueprint {
  readonly key: string;
  readonly platform: "Win" | "macOS";
  readonly area: string;
  /** Device or user: the one letter that tells two names apart. */
  readonly reach: "D" | "U";
  readonly technologies: string;
  /** Endpoint security policies are tied to a template; null = plain catalog. */
  readonly template: { readonly family: string; readonly name: string } | null;
  readonly purposes: readonly Purpose[];
  readonly definitions: readonly SettingDefinition[];
}

/** The settings a purpose is about; a policy of that purpose always holds them. */
export interface Purpose {
  readonly name: string;
  /** Endings of setting identifiers. */
  readonly leads: readonly string[];
}
