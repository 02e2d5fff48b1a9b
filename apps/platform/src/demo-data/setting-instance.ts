import type { Random } from "./random.ts";
import type { SettingDefinition } from "./setting-definition.ts";

/** A setting with its value, as a policy holds it. */
export type SettingInstance =
  | {
      readonly kind: "choice";
      readonly definition: string;
      readonly option: string;
      readonly children: readonly SettingInstance[];
    }
  | { readonly kind: "simple"; readonly definition: string; readonly value: string | number }
  | {
      readonly kind: "simple-collection";
      readonly definition: string;
      readonly values: readonly string[];
    }
  | {
      readonly kind: "group-collection";
      readonly definition: string;
      readonly entries: readonly (readonly SettingInstance[])[];
    };

interface Hand {
  readonly random: Random;
  readonly strictShare: number;
}

/** Sets a value the way this hand would: the strict one as often as its `strictShare`. */
export function setValue(definition: SettingDefinition, hand: Hand): SettingInstance {
  const { random } = hand;
  switch (definition.kind) {
    case "choice": {
      const option = strictOr(definition.options, hand);
      const parent = option === definition.options[0];
      const children = parent ? definition.children.map((child) => setValue(child, hand)) : [];
      return { kind: "choice", definition: definition.id, option, children };
    }
    case "simple": {
      const value = strictOr<string | number>(definition.values, hand);
      return { kind: "simple", definition: definition.id, value };
    }
    case "simple-collection": {
      const count = random.integer(1, Math.min(4, definition.values.length));
      const values = random.sample(definition.values, count);
      return { kind: "simple-collection", definition: definition.id, values };
    }
    case "group-collection": {
      const count = random.integer(1, definition.entriesMost);
      const entries = Array.from({ length: count }, () =>
        definition.children.map((child) => setValue(child, hand)),
      );
      return { kind: "group-collection", definition: definition.id, entries };
    }
  }
}

/** The first of the list as often as the hand is strict, otherwise any of the others. */
export function strictOr<T>(values: readonly T[], hand: Hand): T {
  const others = values.slice(1);
  if (others.length === 0 || hand.random.chance(hand.strictShare)) return values[0] as T;
  return hand.random.pick(others);
}
