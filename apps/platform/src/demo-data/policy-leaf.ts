import type { ChangeValue } from "./change.ts";
import type { Policy } from "./policy.ts";
import type { SettingInstance } from "./setting-instance.ts";

/** One value of a policy and the way to it. */
export interface Leaf {
  /**
   * Setting identifiers from the top down with `/` between them, `[n]` after a group collection of more than one entry.
   * Properties of other policies are written the same way: `conditions/clientAppTypes`.
   */
  readonly path: string;
  /** A choice is written as in the file (`<identifier>_<option>`), a list sorted. */
  readonly value: ChangeValue;
}

export function policyLeaves(policy: Policy): readonly Leaf[] {
  if (policy.kind === "catalog") return policy.settings.flatMap((one) => instanceLeaves(one, ""));
  return policy.fields.flatMap(({ path, value }) =>
    value === null ? [] : [{ path, value: typeof value === "object" ? [...value].sort() : value }],
  );
}

/** The leaves of one setting; `above` is the path of its parent, empty at the top. */
export function instanceLeaves(instance: SettingInstance, above: string): readonly Leaf[] {
  const path = below(above, instance.definition);
  switch (instance.kind) {
    case "choice":
      return [
        { path, value: choiceValue(instance) },
        ...instance.children.flatMap((child) => instanceLeaves(child, path)),
      ];
    case "simple":
      return [{ path, value: instance.value }];
    case "simple-collection":
      return [{ path, value: [...instance.values].sort() }];
    case "group-collection":
      return instance.entries.flatMap((entry, index) =>
        entry.flatMap((child) => instanceLeaves(child, entryPath(instance, path, index))),
      );
  }
}

export function choiceValue(choice: {
  readonly definition: string;
  readonly option: string;
}): string {
  return `${choice.definition}_${choice.option}`;
}

export function below(above: string, definition: string): string {
  return above === "" ? definition : `${above}/${definition}`;
}

/** A single entry needs no number, so that adding nothing to a group never renames its leaves. */
export function entryPath(
  group: { readonly entries: readonly unknown[] },
  path: string,
  index: number,
): string {
  return group.entries.length > 1 ? `${path}[${index}]` : path;
}
