import { setTimeout as sleep } from "node:timers/promises";
import { normalisedName } from "../normal-form/normalised-name.ts";
import type { TruthReason } from "./item-judgement.ts";
import { matchesStep, type StepCheck, stoodAsPlanned } from "./matches-step.ts";
import type { RejectionReason } from "./restore-attempt.ts";
import { assertIdentity, type Journal, type RestoreDesk } from "./restore-desk.ts";
import type { WriteAnswer } from "./restore-target.ts";
import type { RetryBudget } from "./retry-budget.ts";
import { sendStep } from "./send-step.ts";
import type { StepOrder } from "./step-order.ts";

export type StepEnd =
  | { readonly kind: "done"; readonly targetId: string }
  | { readonly kind: "stopped"; readonly because: TruthReason };

export interface StepTools {
  readonly desk: RestoreDesk;
  readonly journal: Journal;
  readonly budget: RetryBudget;
}

const LOOK_EVERY_MS = 100;

/**
 * One step of one item: what must stand before is looked at, the request is journaled, sent once, and its effect read
 * back. It is sent again only where the provider put it off and nothing of it can be found.
 */
export async function writeStep(tools: StepTools, order: StepOrder): Promise<StepEnd> {
  const { desk, journal, budget } = tools;
  for (;;) {
    desk.tracked.signal.throwIfAborted();
    await assertIdentity(desk);
    const ready = await preflight(tools, order);
    if (ready.kind !== "go") return ready;
    const { item, step } = order;
    const { preIds } = ready;
    const sent = { itemNo: item.itemNo, step, preIds, outcome: "sent", reason: null } as const;
    const attemptNo = await journal.open(sent);
    await desk.parts.faults.reach("restore.after_journal", desk.tracked.run.id);
    desk.tracked.signal.throwIfAborted();
    const answer = await sendStep(desk.target, order);
    await desk.parts.faults.reach("restore.after_answer", desk.tracked.run.id);
    const look = { attemptNo, preIds };
    const end = await heed(tools, order, { answer, ...look });
    if (end !== "put_off") return end;
    if (!budget.take()) return { kind: "stopped", because: "budget_used_up" };
    await waitForTurn(desk, order, answer);
    // It may have been applied all the same: a second create would make a second object.
    const found = await findEffect(desk, order, preIds);
    if (found === null) continue;
    await journal.note(attemptNo, { outcome: "verified", responseId: found });
    return { kind: "done", targetId: found };
  }
}

type Preflight = StepEnd | { readonly kind: "go"; readonly preIds: readonly string[] | null };

async function preflight(tools: StepTools, order: StepOrder): Promise<Preflight> {
  const { item, step, targetId, wanted } = order;
  const { target } = tools.desk;
  const refuse = async (reason: RejectionReason, because: TruthReason): Promise<StepEnd> => {
    const note = { itemNo: item.itemNo, step, preIds: null, outcome: "rejected", reason } as const;
    await tools.journal.open(note);
    return { kind: "stopped", because };
  };
  if (targetId === null) {
    const listing = await target.list(item.type);
    if (!listing.complete) return refuse("listing_incomplete", "listing_incomplete");
    const name = normalisedName(wanted.meta.name ?? "");
    // Planned as missing, so somebody else has made it since.
    const appeared = listing.objects.some((object) => normalisedName(object.name) === name);
    if (appeared && !order.twins) return refuse("target_changed", "target_changed");
    return { kind: "go", preIds: listing.objects.flatMap(({ id }) => id ?? []) };
  }
  const object = await target.read(item.type, targetId);
  if (object === null) return refuse("target_changed", "target_gone");
  const check: StepCheck = { item, step, wanted, before: order.before };
  return stoodAsPlanned(check, object)
    ? { kind: "go", preIds: null }
    : refuse("target_changed", "target_changed");
}

/** Notes what was answered, then reads back: the answer alone proves nothing. */
async function heed(
  tools: StepTools,
  order: StepOrder,
  sent: {
    readonly answer: WriteAnswer;
    readonly attemptNo: number;
    readonly preIds: readonly string[] | null;
  },
): Promise<StepEnd | "put_off"> {
  const { journal, desk } = tools;
  const { answer, attemptNo } = sent;
  switch (answer.kind) {
    case "acked": {
      const { status: httpStatus, requestId, id: responseId } = answer;
      await journal.note(attemptNo, { outcome: "acked", httpStatus, requestId, responseId });
      await desk.parts.faults.reach("restore.after_ack", desk.tracked.run.id);
      return readBack(tools, order, sent);
    }
    case "lost":
      await journal.note(attemptNo, { outcome: "unknown" });
      return readBack(tools, order, sent);
    case "throttled":
      await journal.note(attemptNo, {
        outcome: "rejected",
        reason: "throttled",
        httpStatus: answer.status,
      });
      return "put_off";
    case "awaiting_approval":
      await journal.note(attemptNo, {
        outcome: "rejected",
        reason: "awaiting_approval",
        httpStatus: answer.status,
        approvalCode: answer.approvalCode,
        approvalExpiresAt: answer.expiresAt,
      });
      return { kind: "stopped", because: "awaiting_approval" };
    case "refused": {
      const { because, status: httpStatus, requestId } = answer;
      await journal.note(attemptNo, {
        outcome: "rejected",
        reason: because,
        httpStatus,
        requestId,
      });
      return { kind: "stopped", because };
    }
  }
}

async function readBack(
  tools: StepTools,
  order: StepOrder,
  sent: { readonly attemptNo: number; readonly preIds: readonly string[] | null },
): Promise<StepEnd> {
  const { desk, journal } = tools;
  const { signal } = desk.tracked;
  const until = performance.now() + desk.settings.settleMs;
  for (;;) {
    const found = await findEffect(desk, order, sent.preIds);
    if (found !== null) {
      await journal.note(sent.attemptNo, { outcome: "verified", responseId: found });
      await desk.parts.faults.reach("restore.after_verify", desk.tracked.run.id);
      return { kind: "done", targetId: found };
    }
    // Whether it had an effect is judged from the journal, by whoever asks later.
    if (performance.now() > until) return { kind: "stopped", because: "settling" };
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
}

/** The one object that shows the step's effect; of several none is picked. */
async function findEffect(
  desk: RestoreDesk,
  order: StepOrder,
  preIds: readonly string[] | null,
): Promise<string | null> {
  const { item, step, targetId, wanted, before } = order;
  const { target } = desk;
  const check: StepCheck = { item, step, wanted, before };
  if (targetId !== null) {
    const object = await target.read(item.type, targetId);
    return object !== null && matchesStep(check, object) ? targetId : null;
  }
  const stood = new Set(preIds);
  const found = [];
  for (const { id, name } of (await target.list(item.type)).objects) {
    if (id === null || stood.has(id) || name !== wanted.meta.name) continue;
    const object = await target.read(item.type, id);
    if (object !== null && matchesStep(check, object)) found.push(id);
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

async function waitForTurn(
  desk: RestoreDesk,
  order: StepOrder,
  answer: WriteAnswer,
): Promise<void> {
  const asked = answer.kind === "throttled" ? (answer.retryAfterMs ?? 0) : 0;
  const settling = order.step === "create" ? desk.settings.settleMs : 0;
  const waitMs = Math.min(
    Math.max(asked, settling),
    Math.max(desk.settings.retryWaitMsMax, settling),
  );
  await sleep(waitMs, undefined, { signal: desk.tracked.signal });
}
