import { setTimeout as sleep } from "node:timers/promises";
import { asSet, canonicalJson } from "../normal-form/canonical-json.ts";
import type { DesiredState } from "./desired-state.ts";
import type { ItemLook } from "./item-facts.ts";
import { isOpen, type RestoreAttempt } from "./restore-attempt.ts";
import type { PlannedItem } from "./restore-plan.ts";
import {
  type RestoreTarget,
  type TargetListing,
  TargetUnreachableError,
} from "./restore-target.ts";

export interface ItemToLookAt {
  readonly item: PlannedItem;
  readonly wanted: DesiredState;
  readonly attempts: readonly RestoreAttempt[];
}

/** One look at the target: each type is listed once, and again where something may have to be called absent. */
export interface TargetLook {
  at(subject: ItemToLookAt): Promise<ItemLook>;
}

const BETWEEN_READS_MS = 40;

export function openTargetLook(target: RestoreTarget, signal: AbortSignal): TargetLook {
  const listings = new Map<string, Promise<TargetListing>>();
  const listOnce = (type: string): Promise<TargetListing> => {
    const known = listings.get(type) ?? listSteadily(target, type, signal);
    listings.set(type, known);
    return known;
  };
  return {
    async at(subject) {
      try {
        return await lookAt(target, subject, listOnce);
      } catch (error) {
        if (error instanceof TargetUnreachableError) return { kind: "unreachable" };
        throw error;
      }
    },
  };
}

async function lookAt(
  target: RestoreTarget,
  { item, wanted, attempts }: ItemToLookAt,
  listOnce: (type: string) => Promise<TargetListing>,
): Promise<ItemLook> {
  const creates = attempts.filter(
    ({ step, outcome }) => step === "create" && outcome !== "rejected",
  );
  const throttled = attempts.filter((attempt) => attempt.step === "create" && isOpen(attempt));
  const [first] = [...creates, ...throttled];
  if (first === undefined) {
    const known = item.targetId;
    const object =
      known === null || !attempts.some(isOpen) ? null : await target.read(item.type, known);
    return { kind: "seen", complete: true, candidates: [], object };
  }
  const before = new Set(first.preIds);
  const listing = await listOnce(item.type);
  const candidates = [];
  for (const { id, name } of listing.objects) {
    if (id === null || before.has(id) || name !== wanted.meta.name) continue;
    const object = await target.read(item.type, id);
    if (object !== null) candidates.push(object);
  }
  // One that was read back once is known by its id, also if somebody has renamed it since.
  const verified = attempts.find(
    ({ step, outcome }) => step === "create" && outcome === "verified",
  );
  const known = verified?.responseId ?? null;
  const [only] = candidates;
  const single = candidates.length === 1 && only !== undefined ? only : null;
  const object = single ?? (known === null ? null : await target.read(item.type, known));
  return { kind: "seen", complete: listing.complete, candidates, object };
}

/** Two equal readings, or the listing proves nothing. */
async function listSteadily(
  target: RestoreTarget,
  type: string,
  signal: AbortSignal,
): Promise<TargetListing> {
  const first = await target.list(type);
  await sleep(BETWEEN_READS_MS, undefined, { signal });
  const second = await target.list(type);
  const ids = ({ objects }: TargetListing): string =>
    canonicalJson(asSet(objects.map(({ id }) => id)));
  return { ...second, complete: second.complete && first.complete && ids(first) === ids(second) };
}
