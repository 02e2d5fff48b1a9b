import { setTimeout as sleep } from "node:timers/promises";
import { checkBeforeStep } from "./check-before-step.ts";
import { findEffect } from "./find-effect.ts";
import { assertIdentity } from "./assert-identity.ts";
import type { RestoreDesk } from "./restore-desk.ts";
import type { WriteAnswer } from "./restore-target.ts";
import { sendStep } from "./send-step.ts";
import type { StepOrder } from "./step-order.ts";
import type { StepEnd, StepTools } from "./step-tools.ts";

const LOOK_EVERY_MS = 100;
/** A process that was paused for longer may have been taken for dead since it journaled the request. */
const SEND_WITHIN_MS = 5_000;

/**
 * One step of one item: what must stand before is looked at, the request is journaled, sent once, and its effect read
 * back. It is sent again only where the provider put it off and nothing of it can be found.
 */
export async function writeStep(tools: StepTools, order: StepOrder): Promise<StepEnd> {
  const { desk, journal, budget } = tools;
  for (;;) {
    desk.tracked.signal.throwIfAborted();
    await assertIdentity(desk);
    const ready = await checkBeforeStep(tools, order);
    if (ready.kind !== "go") return ready;
    const { item, step } = order;
    const { preIds } = ready;
    const sent = { itemNo: item.itemNo, step, preIds, outcome: "sent", reason: null } as const;
    const attemptNo = await journal.open(sent);
    const journaledAtMs = performance.now();
    await desk.parts.faults.reach("restore.after_journal", desk.tracked.run.id);
    desk.tracked.signal.throwIfAborted();
    if (performance.now() - journaledAtMs > SEND_WITHIN_MS) throw new PausedError();
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

/** The request is not sent: another worker may have judged it as lost. */
class PausedError extends Error {
  override readonly name = "PausedError";

  constructor() {
    super("This worker was paused between journaling a request and sending it.");
  }
}
