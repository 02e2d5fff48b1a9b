import type { FaultPoints } from "settled";
import type { RestoreTarget, TargetListing, TargetObject, WriteAnswer } from "../restore-target.ts";
import type { TargetFault } from "./target-fault.ts";

export interface FaultScript {
  readonly faults: readonly TargetFault[];
  /** Reaches `target.after_apply` between the effect of a request and its answer. */
  readonly points?: FaultPoints;
}

const APPROVAL_DAYS = 3;
const DAY_MS = 86_400_000;

type Write = () => Promise<WriteAnswer>;

/**
 * Targets that misbehave as a script says; everything that it does not name is the target's own. Requests and stale
 * looks are counted for all targets of the script together, proofs of identity for each.
 */
export function createTargetFaults(script: FaultScript): (target: RestoreTarget) => RestoreTarget {
  const stale = script.faults.find((one) => one.fault === "stale_read");
  let staleLooks = stale?.times ?? 0;
  let requests = 0;
  const counts: Counts = {
    isStale() {
      if (staleLooks === 0) return false;
      staleLooks -= 1;
      return true;
    },
    isKnown: (id) => id !== null && stale?.knownIds.includes(id) === true,
    nextRequest: () => (requests += 1),
    requests: () => requests,
  };
  return (target) => withTargetFaults(target, script, counts);
}

interface Counts {
  isStale(): boolean;
  isKnown(id: string | null): boolean;
  nextRequest(): number;
  requests(): number;
}

function withTargetFaults(
  target: RestoreTarget,
  script: FaultScript,
  counts: Counts,
): RestoreTarget {
  const { faults } = script;
  const { isStale, isKnown } = counts;
  let proofs = 0;

  async function send(write: Write, approvalCode: string | null): Promise<WriteAnswer> {
    const request = counts.nextRequest();
    const answer = await answerOf(write, { faults, request, approvalCode });
    await script.points?.reach("target.after_apply");
    return answer;
  }

  return {
    async showIdentities() {
      proofs += 1;
      // The second proof is the one before the first request: the plan was made and sealed.
      if (proofs === 2) await changeTarget(target, faults);
      const changed = faults.find((one) => one.fault === "identity_changed");
      const isOther = changed !== undefined && proofs >= 2 && counts.requests() >= changed.after;
      return isOther ? ["marker:somebody-else"] : target.showIdentities();
    },
    async list(type): Promise<TargetListing> {
      const listing = await target.list(type);
      if (!isStale()) return listing;
      return { ...listing, objects: listing.objects.filter(({ id }) => isKnown(id)) };
    },
    async read(type, id): Promise<TargetObject | null> {
      return isStale() && !isKnown(id) ? null : target.read(type, id);
    },
    create: (type, body, options) =>
      send(() => target.create(type, body, options), options.approvalCode),
    update: (type, id, change) => send(() => target.update(type, id, change), change.approvalCode),
    assign: (type, id, change) => send(() => target.assign(type, id, change), change.approvalCode),
  };
}

async function answerOf(
  write: Write,
  met: {
    readonly faults: readonly TargetFault[];
    readonly request: number;
    readonly approvalCode: string | null;
  },
): Promise<WriteAnswer> {
  const { faults, request, approvalCode } = met;
  for (const one of faults) {
    switch (one.fault) {
      case "answer_lost_after_apply":
        if (one.at !== request) break;
        await write();
        return { kind: "lost" };
      case "applied_twice":
        if (one.at !== request) break;
        await write();
        return write();
      case "waiting_for_approval": {
        if (one.at !== request || approvalCode === one.code) break;
        const expiresAt = new Date(Date.now() + APPROVAL_DAYS * DAY_MS);
        return { kind: "awaiting_approval", status: 403, approvalCode: one.code, expiresAt };
      }
      case "put_off":
        if (request < one.at || request >= one.at + (one.times ?? Infinity)) break;
        if (one.applied === true) await write();
        return { kind: "throttled", status: one.status, retryAfterMs: null };
      case "denied":
        if (request < one.at) break;
        return { kind: "refused", because: "permission", status: 403, requestId: null };
      case "stale_read":
      case "target_changed":
      case "identity_changed":
        break;
    }
  }
  return write();
}

async function changeTarget(target: RestoreTarget, faults: readonly TargetFault[]): Promise<void> {
  for (const one of faults) {
    if (one.fault !== "target_changed") continue;
    const object = await target.read(one.type, one.id);
    if (object === null) throw new Error("The object that the script changes is not there.");
    const { content, meta } = object.form;
    const changed = { ...content, changedBySomebody: true };
    await target.update(one.type, one.id, { content: changed, meta, approvalCode: null });
  }
}
