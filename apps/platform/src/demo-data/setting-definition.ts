/**
 * What a setting of the catalog may be. The first option or value is the strict one, the one that a careful
 * administrator chooses. A choice has its children only while it stands on its first option.
 */
export type SettingDefinition =
  | {
      readonly kind: "choice";
      readonly id: string;
      readonly options: readonly string[];
      readonly children: readonly SettingDefinition[];
    }
  | {
      readonly kind: "simple";
      readonly id: string;
      readonly values: readonly string[] | readonly number[];
    }
  | { readonly kind: "simple-collection"; readonly id: string; readonly values: readonly string[] }
  | {
      readonly kind: "group-collection";
      readonly id: string;
      readonly children: readonly SettingDefinition[];
      readonly entriesMost: number;
    };

export function choice(
  id: string,
  options: readonly string[],
  children: readonly SettingDefinition[] = [],
): SettingDefinition {
  return { kind: "choice", id, options, children };
}

export function integer(id: string, ...values: readonly number[]): SettingDefinition {
  return { kind: "simple", id, values };
}

export function text(id: string, ...values: readonly string[]): SettingDefinition {
  return { kind: "simple", id, values };
}

export function list(id: string, ...values: readonly string[]): SettingDefinition {
  return { kind: "simple-collection", id, values };
}

export function group(
  id: string,
  children: readonly SettingDefinition[],
  entriesMost = 1,
): SettingDefinition {
  return { kind: "group-collection", id, children, entriesMost };
}
