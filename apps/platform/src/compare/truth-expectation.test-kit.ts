import { join } from "node:path";
import type { Change, ChangeKind, ChangeValue } from "../demo-data/change.ts";
import { readObject, type SeenMonth, type SeenPolicy } from "../demo-data/testing/seen-month.ts";
import type { CustomerTruth, StateTruth } from "../demo-data/truth.ts";

// What is expected comes from TRUTH.json and from a second reader of the files that shares no code with the product.

/** Two neighbouring months of one customer, as the truth tells them. */
export interface MonthPair {
  readonly customer: CustomerTruth;
  readonly before: StateTruth;
  readonly after: StateTruth;
}

export type Months = Readonly<Record<"before" | "after", SeenMonth>>;

/** What the lists of a comparison must hold, by TRUTH.json; `out` is the folder of the demo. */
export async function expectedOf(pair: MonthPair, months: Months, out: string) {
  const { customer, before, after } = pair;
  const changes = customer.changes.filter(({ from }) => from === before.month);
  const twin = customer.oddities.find(({ kind }) => kind === "duplicate_name");
  const ambiguous = oddity(pair, "duplicate_name", after.month) !== undefined;
  const one = (kind: ChangeKind) =>
    changes.filter(
      (change) => change.kind === kind && !(ambiguous && change.policy === twin?.policy),
    );
  const copy = (month: string) =>
    oddity(pair, "duplicate_id", month) === undefined
      ? []
      : [`${oddity(pair, "duplicate_id", month)?.policy} - Copy`];
  const changed = [...settingChanges(changes), ...accessChanges(changes), ...cut(pair, months)];
  const sum = (part: "leaves_added" | "leaves_removed" | "leaves_changed") =>
    changed.reduce((total, policy) => total + policy[part], 0);
  const dangling = oddity(pair, "dangling_group", before.month);
  const gone = dangling === undefined && oddity(pair, "dangling_group", after.month);
  const renamed = one("renamed");
  const paired = pairedByContent(
    [...one("missing_policy"), ...renamed].map(({ policyId }) => find(months.before, policyId)),
    [...one("extra_policy"), ...renamed].map(({ policyId }) => find(months.after, policyId)),
  );
  return {
    added: [...paired.come, ...copy(after.month)].sort(),
    removed: [
      ...paired.gone,
      ...copy(before.month),
      ...(gone ? [await groupName(join(out, customer.slug, before.month), gone.detail)] : []),
    ].sort(),
    changed: changed.sort((left, right) => (left.name < right.name ? -1 : 1)),
    renamed: paired.both.sort((left, right) => (left.from < right.from ? -1 : 1)),
    ambiguous: ambiguous ? [["configurationPolicies", twin?.policy?.toLowerCase()]] : [],
    leaves: {
      added: sum("leaves_added"),
      removed: sum("leaves_removed"),
      changed: sum("leaves_changed"),
    },
    kinds: changes.map(({ kind }) => kind),
  };
}

function counted(name: string, added: number, removed: number, changed: number) {
  return { name, leaves_added: added, leaves_removed: removed, leaves_changed: changed };
}

/** Settings, and the state of conditional access, which is a value like any other. */
function settingChanges(changes: readonly Change[]) {
  const of = Map.groupBy(
    changes.filter(({ kind }) => kind.startsWith("setting_") || kind === "state_changed"),
    ({ policyId }) => policyId,
  );
  return [...of.values()].map((all) => {
    const name = all[0]?.policy ?? "";
    const times = (kinds: readonly ChangeKind[]) =>
      all.filter(({ kind }) => kinds.includes(kind)).length;
    const other = times(["setting_changed", "state_changed"]);
    return counted(name, times(["setting_extra"]), times(["setting_missing"]), other);
  });
}

/** Whom conditional access reaches is content; the assignments of all other types are not. */
function accessChanges(changes: readonly Change[]) {
  return changes
    .filter(({ kind, type }) => kind === "assignment_changed" && type === "ConditionalAccess")
    .map(({ policy, before, after }) => {
      const [old, young] = [userLists(before), userLists(after)];
      const lists = Object.keys(old) as (keyof typeof old)[];
      const only = (has: string, lacks: string) => has !== "" && lacks === "";
      return counted(
        policy,
        lists.filter((list) => only(young[list], old[list])).length,
        lists.filter((list) => only(old[list], young[list])).length,
        lists.filter((list) => old[list] !== "" && young[list] !== "" && old[list] !== young[list])
          .length,
      );
    });
}

function userLists(value: ChangeValue) {
  const labels = value as readonly string[];
  const having = (start: string) => labels.filter((label) => label.startsWith(start)).join();
  const includeGroups = having("include:");
  const everybody = labels.includes("all-users") ? "All" : "";
  return {
    includeUsers: everybody === "" && includeGroups === "" ? "None" : everybody,
    includeGroups,
    excludeGroups: having("exclude:"),
  };
}

/** A file that was cut after its first page lacks the rest in that month, and has it again in the next. */
function cut(pair: MonthPair, months: Months) {
  const [lost, back] = [pair.after, pair.before].map(({ month }) =>
    oddity(pair, "truncated_policy", month),
  );
  const id = (lost ?? back)?.policyId;
  if (id === undefined) return [];
  const size = (month: SeenMonth) => find(month, id)?.leaves.size ?? 0;
  const change = size(months.after) - size(months.before);
  return [counted((lost ?? back)?.policy ?? "", Math.max(0, change), Math.max(0, -change), 0)];
}

/**
 * A rename is known by its content alone, so the truth is told but where two policies that came or went are equal:
 * a renamed one among copies stays added and removed, and one that went is renamed to an equal one that came.
 */
function pairedByContent(
  gone: readonly (SeenPolicy | undefined)[],
  come: readonly (SeenPolicy | undefined)[],
) {
  const before = Map.groupBy(
    gone.filter((one) => one !== undefined),
    seenContent,
  );
  const after = Map.groupBy(
    come.filter((one) => one !== undefined),
    seenContent,
  );
  const both: { readonly from: string; readonly to: string }[] = [];
  for (const [content, [from, second]] of before) {
    const [to, third] = after.get(content) ?? [];
    if (from === undefined || to === undefined || (second ?? third)) continue;
    both.push({ from: from.name, to: to.name });
    before.delete(content);
    after.delete(content);
  }
  const names = (left: ReadonlyMap<string, readonly SeenPolicy[]>) =>
    [...left.values()].flat().map(({ name }) => name);
  return { both, gone: names(before), come: names(after) };
}

function seenContent({ type, leaves, state, labels }: SeenPolicy): string {
  const reach = type === "ConditionalAccess" ? [state, labels] : [];
  return JSON.stringify([type, [...leaves].map((leaf) => leaf.join(" ")).sort(), ...reach]);
}

function find(month: SeenMonth, id: string | null): SeenPolicy | undefined {
  return month.policies.find((policy) => policy.id === id);
}

export function oddity({ customer }: MonthPair, kind: string, month: string) {
  return customer.oddities.find((one) => one.kind === kind && one.months.includes(month));
}

export function twinsIn(pair: MonthPair, month: string): number {
  return oddity(pair, "duplicate_name", month) === undefined ? 1 : 2;
}

/** Readable now, unreadable in the other month: neither matched nor new. */
export function unseenIn(pair: MonthPair, month: string): number {
  return oddity(pair, "unreadable_file", month) === undefined ? 0 : 1;
}

async function groupName(folder: string, detail: string): Promise<string> {
  const table = await readObject(join(folder, "MigrationTable.json"));
  const rows = table["Objects"] as readonly { readonly Id: string; readonly DisplayName: string }[];
  return rows.find(({ Id }) => detail.includes(Id))?.DisplayName ?? "";
}
