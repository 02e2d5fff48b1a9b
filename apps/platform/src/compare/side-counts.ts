import { byCodeUnit } from "../normal-form/canonical-json.ts";
import type { UnreadableReason } from "../provider/unreadable-reason.ts";
import type { ComparedPolicy } from "./compared-policy.ts";
import type { ComparedSide } from "./compared-side.ts";

/** One side as `compare -o json` prints it: these keys, in this order. */
export interface SideCounts {
  /** `readable` and all `unreadable` together; what is known to be no policy is not counted. */
  readonly files: number;
  /** The sum of `by_type`. */
  readonly readable: number;
  readonly unreadable: readonly { readonly file: string; readonly reason: UnreadableReason }[];
  readonly by_type: Readonly<Record<string, number>>;
  /** Entries of the `settings` lists. */
  readonly catalog_settings: number;
  /** Values in them, at every depth. */
  readonly catalog_leaves: number;
  readonly without_id: number;
  /** An id that several objects bear, whatever their types. */
  readonly duplicate_ids: readonly { readonly id: string; readonly names: readonly string[] }[];
  readonly setting_count_mismatches: readonly SettingCountMismatch[];
}

export interface SettingCountMismatch {
  readonly name: string;
  readonly declared: number;
  readonly actual: number;
}

export function sideCounts({ policies, unreadable }: ComparedSide): SideCounts {
  const leaves = policies.flatMap((policy) => policy.leaves);
  return {
    files: policies.length + unreadable.length,
    readable: policies.length,
    unreadable: unreadable
      .map(({ file, reason }) => ({ file, reason }))
      .sort((left, right) => byCodeUnit(left.file, right.file)),
    by_type: countTypes(policies),
    catalog_settings: policies.reduce((sum, { settingEntries }) => sum + settingEntries, 0),
    catalog_leaves: leaves.filter(({ kind }) => kind === "setting").length,
    without_id: policies.filter(({ providerId }) => providerId === null).length,
    duplicate_ids: duplicateIds(policies),
    setting_count_mismatches: settingCountMismatches(policies),
  };
}

export function settingCountMismatches(
  policies: readonly ComparedPolicy[],
): readonly SettingCountMismatch[] {
  return policies
    .flatMap(({ displayName, declaredSettings, actualSettings }) =>
      declaredSettings === null || actualSettings === null || declaredSettings === actualSettings
        ? []
        : [{ name: displayName, declared: declaredSettings, actual: actualSettings }],
    )
    .sort(
      (left, right) =>
        byCodeUnit(left.name, right.name) ||
        left.declared - right.declared ||
        left.actual - right.actual,
    );
}

function countTypes(policies: readonly ComparedPolicy[]): Readonly<Record<string, number>> {
  const byType = Map.groupBy(policies, ({ key }) => key.type);
  return Object.fromEntries(
    [...byType]
      .map(([type, all]): [string, number] => [type, all.length])
      .sort(([left], [right]) => byCodeUnit(left, right)),
  );
}

function duplicateIds(policies: readonly ComparedPolicy[]): SideCounts["duplicate_ids"] {
  const byId = Map.groupBy(policies, ({ providerId }) => providerId);
  return [...byId]
    .flatMap(([id, all]) =>
      id === null || all.length < 2
        ? []
        : [{ id, names: all.map(({ displayName }) => displayName).sort(byCodeUnit) }],
    )
    .sort((left, right) => byCodeUnit(left.id, right.id));
}
