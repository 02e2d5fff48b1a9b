import { CHANGE_KINDS } from "./change.ts";
import type { Change, ChangeKind } from "./change.ts";
import type { DemoMonth } from "./generate-demo.ts";
import type { Maturity } from "./customer.ts";
import type { Month } from "./month.ts";
import type { Oddity } from "./oddity.ts";
import { exportTypeOf } from "./policy.ts";
import type { ExportType } from "./policy.ts";

/** What TRUTH.json says: everything that a correct comparison of the written months must find, and no more. */
export interface Truth {
  readonly schema: 1;
  readonly seed: string;
  readonly start: Month;
  readonly months: number;
  readonly customers: readonly CustomerTruth[];
}

export interface CustomerTruth {
  readonly slug: string;
  readonly name: string;
  readonly tenantId: string;
  readonly maturity: Maturity["label"];
  readonly states: readonly StateTruth[];
  readonly changes: readonly Change[];
  readonly oddities: readonly OddityTruth[];
}

/** The counts of one month; `policies` counts the tenant, `files` what lies in the folder. */
export interface StateTruth {
  readonly month: Month;
  readonly policies: Readonly<Record<ExportType, number>>;
  readonly files: number;
  /** Entries in `changes` whose `to` is this month. */
  readonly changes: Readonly<Record<ChangeKind, number>>;
}

export interface OddityTruth extends Oddity {
  readonly months: readonly Month[];
}

export function stateTruth(month: DemoMonth, files: number): StateTruth {
  const types = month.tenant.policies.map(exportTypeOf);
  const kinds = month.changes.map((change) => change.kind);
  return {
    month: month.tenant.month,
    policies: {
      SettingsCatalog: count(types, "SettingsCatalog"),
      CompliancePolicies: count(types, "CompliancePolicies"),
      ConditionalAccess: count(types, "ConditionalAccess"),
    },
    files,
    changes: Object.fromEntries(
      CHANGE_KINDS.map((kind) => [kind, count(kinds, kind)]),
    ) as StateTruth["changes"],
  };
}

/** One entry for each oddity with all the months it stands in; the files are those of its last month. */
export function mergeOddities(
  before: readonly OddityTruth[],
  found: readonly Oddity[],
  month: Month,
): readonly OddityTruth[] {
  const kept = before.filter((one) => !found.some((other) => other.kind === one.kind));
  const merged = found.map((oddity) => {
    const earlier = before.find((one) => one.kind === oddity.kind)?.months ?? [];
    return { ...oddity, months: [...earlier, month] };
  });
  return [...kept, ...merged];
}

function count<T>(items: readonly T[], wanted: T): number {
  return items.filter((item) => item === wanted).length;
}
