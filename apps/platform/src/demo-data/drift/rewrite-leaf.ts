import { settingDefinition } from "../blueprints/setting-catalog.ts";
import { below, entryPath } from "../policy-leaf.ts";
import type { Random } from "../random.ts";
import type { SettingDefinition } from "../setting-definition.ts";
import type { SettingInstance } from "../setting-instance.ts";

interface Pen {
  readonly random: Random;
}

/** The same settings with another value at `path`; null when that leaf has no other value to take. */
export function rewriteLeaf(
  settings: readonly SettingInstance[],
  path: string,
  pen: Pen,
): readonly SettingInstance[] | null {
  return rewriteAmong(settings, { path, above: "", pen });
}

interface Search {
  readonly path: string;
  readonly above: string;
  readonly pen: Pen;
}

function rewriteAmong(
  settings: readonly SettingInstance[],
  search: Search,
): readonly SettingInstance[] | null {
  for (const [index, instance] of settings.entries()) {
    const own = below(search.above, instance.definition);
    const rewritten =
      own === search.path
        ? withOtherValue(instance, search.pen.random)
        : rewriteInside(instance, { ...search, above: own });
    if (rewritten !== null) return settings.with(index, rewritten);
  }
  return null;
}

function rewriteInside(instance: SettingInstance, search: Search): SettingInstance | null {
  if (instance.kind === "choice") {
    const children = rewriteAmong(instance.children, search);
    return children === null ? null : { ...instance, children };
  }
  if (instance.kind !== "group-collection") return null;
  for (const [index, entry] of instance.entries.entries()) {
    const above = entryPath(instance, search.above, index);
    const children = rewriteAmong(entry, { ...search, above });
    if (children !== null) return { ...instance, entries: instance.entries.with(index, children) };
  }
  return null;
}

// A choice with children is left alone: another option would add or take away leaves besides its own.
function withOtherValue(instance: SettingInstance, random: Random): SettingInstance | null {
  const definition = settingDefinition(instance.definition);
  switch (instance.kind) {
    case "choice": {
      if (definition.kind !== "choice" || definition.children.length > 0) return null;
      const option = otherThan(definition.options, instance.option, random);
      return option === null ? null : { ...instance, option };
    }
    case "simple": {
      if (definition.kind !== "simple") return null;
      const value = otherThan<string | number>(definition.values, instance.value, random);
      return value === null ? null : { ...instance, value };
    }
    case "simple-collection":
      return withOneMoreOrLess(instance, definition, random);
    case "group-collection":
      return null;
  }
}

function otherThan<T>(values: readonly T[], current: T, random: Random): T | null {
  const others = values.filter((value) => value !== current);
  return others.length === 0 ? null : random.pick(others);
}

function withOneMoreOrLess(
  instance: Extract<SettingInstance, { kind: "simple-collection" }>,
  definition: SettingDefinition,
  random: Random,
): SettingInstance | null {
  if (definition.kind !== "simple-collection") return null;
  const absent = definition.values.filter((value) => !instance.values.includes(value));
  if (absent.length > 0 && (instance.values.length === 1 || random.chance(0.6))) {
    return { ...instance, values: [...instance.values, random.pick(absent)] };
  }
  if (instance.values.length < 2) return null;
  const gone = random.pick(instance.values);
  return { ...instance, values: instance.values.filter((value) => value !== gone) };
}
