import type { RunScope, SqlExecutor } from "settled";
import { normalisedName } from "../normal-form/normalised-name.ts";
import { putPin } from "../store/pin-store.ts";
import { findLatestSnapshot, readSnapshotContent } from "../store/snapshot-store.ts";
import type { BaselineEntry, BaselineVersion } from "./baseline.ts";

export interface PinInput {
  readonly baseline: BaselineVersion;
  readonly policy: string;
  /** Needed where policies of several types are called so. */
  readonly type?: string | undefined;
  readonly providerId: string;
  readonly pinnedBy: string;
}

export type NamedEntry =
  | { readonly kind: "found"; readonly entry: BaselineEntry }
  | { readonly kind: "no_such_entry" }
  | { readonly kind: "several_types"; readonly types: readonly string[] };

export type PinAnswer =
  | { readonly kind: "pinned"; readonly entry: BaselineEntry }
  | Exclude<NamedEntry, { readonly kind: "found" }>
  /** A pin to something that nobody has seen would hide the policy that it was meant for. */
  | { readonly kind: "not_seen" | "seen_twice"; readonly entry: BaselineEntry };

/** Says which policy of an environment an entry means; it must stand once in the newest snapshot. */
export async function pinEntry(
  tx: SqlExecutor,
  scope: RunScope,
  input: PinInput,
): Promise<PinAnswer> {
  const { baseline, providerId, pinnedBy } = input;
  const named = entryNamed(baseline, input);
  if (named.kind !== "found") return named;
  const { entry } = named;
  const seen = await countSeen(tx, scope, { type: entry.type, providerId });
  if (seen !== 1) return { kind: seen === 0 ? "not_seen" : "seen_twice", entry };
  const { type, matchKey } = entry;
  const { baselineId } = baseline;
  await putPin(tx, scope, { baselineId, type, matchKey, providerId, pinnedBy });
  return { kind: "pinned", entry };
}

/** Pure: the entry that bears the name, spelt in any way that is the same name. */
export function entryNamed(
  baseline: BaselineVersion,
  { policy, type }: { readonly policy: string; readonly type?: string | undefined },
): NamedEntry {
  const named = baseline.entries.filter(
    (entry) =>
      entry.matchKey === normalisedName(policy) && (type === undefined || entry.type === type),
  );
  const [entry] = named;
  if (entry === undefined) return { kind: "no_such_entry" };
  if (named.length === 1) return { kind: "found", entry };
  return { kind: "several_types", types: named.map((one) => one.type) };
}

async function countSeen(
  on: SqlExecutor,
  scope: RunScope,
  target: { readonly type: string; readonly providerId: string },
): Promise<number> {
  const snapshot = await findLatestSnapshot(on, scope);
  if (snapshot === null) return 0;
  const { items } = await readSnapshotContent(on, scope, snapshot.snapshotId);
  return items.filter(
    ({ type, providerId }) => type === target.type && providerId === target.providerId,
  ).length;
}
