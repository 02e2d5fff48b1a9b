import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { Actor } from "../run/actor.ts";
import { RUN_EVENT_KINDS, type RunEvent, type RunPosition } from "../run/run-event.ts";
import { isRunId } from "../run/scope.ts";
import { asPlainName, asPlainWords, inSentence, joinSentences } from "./plain-words.ts";
import { positionLabelOf } from "./position-label.ts";
import { operationLabelOf } from "./present-run.ts";
import { OPERATOR_ADAPTER } from "./reconciled-sentences.ts";

/** One line of the timeline as a plain sentence that names who acted. */
export function describeEvent(event: RunEvent, operation: OperationDefinition | null): string {
  const actor = actorWords(event.actor);
  if (!RUN_EVENT_KINDS.includes(event.kind)) return `${actor} made a note on the run.`;
  switch (event.kind) {
    case "created":
      return operation === null
        ? `${actor} asked for an operation that is not known here.${reasonGiven(event)}`
        : `${actor} asked for: ${inSentence(operationLabelOf(operation))}.${reasonGiven(event)}`;
    case "dispatched":
      return `${actor} handed it over to the queue.`;
    case "begun":
      return event.to.attempt > 1
        ? `${actor} began it anew, as attempt ${event.to.attempt}.`
        : `${actor} began it.`;
    case "attempt_ended":
      return `${actor} ended attempt ${event.to.attempt} ${endedHow(event)}; nothing is decided by that alone.`;
    case "went_silent":
      return `${actor} noticed that the worker of attempt ${event.to.attempt} gave no more sign of life.`;
    case "cancel_requested":
      return `${actor} asked for it to be cancelled.${reasonGiven(event)}`;
    case "cancelled":
      return `${actor} cancelled it before it had started.${reasonGiven(event)}`;
    case "finished":
      return `${actor} reported that it ended as: ${endWord(event.to)}.`;
    case "reconciled":
      return reconciledWords(event, actor);
    case "redispatched":
      return `${actor} handed it over to the queue once more, as nothing had been produced.`;
    case "late_report":
      return `${actor} reported on attempt ${attemptOf(event)} after it was no longer its own; the report was kept, and the truth is looked at.`;
    case "delivery_ignored":
      return `${actor} left a repeated delivery of its job alone, as there was nothing to do.`;
  }
}

function reconciledWords(event: RunEvent, actor: string): string {
  const before =
    event.from === null || event.from.outcome === null
      ? ""
      : `, and no longer as: ${endWord(event.from)}`;
  const settled = `${endWord(event.to)}${before}`;
  if (wasByHand(event)) return `${actor} settled it by hand as: ${settled}.${reasonGiven(event)}`;
  return isPerson(event.actor)
    ? `${actor} had it settled by a look at the truth as: ${settled}.${reasonGiven(event)}`
    : `${actor} looked at the truth and settled it as: ${settled}.`;
}

/** A decision by hand bears the person's reason in place of an adapter. */
function wasByHand(event: RunEvent): boolean {
  const { adapter, because } = event.detail;
  return adapter === OPERATOR_ADAPTER || (adapter === undefined && typeof because === "string");
}

function reasonGiven(event: RunEvent): string {
  const { because } = event.detail;
  const words = typeof because === "string" ? asPlainWords(because, "") : "";
  const reason = words === "" ? "" : ` ${joinSentences([`Reason given: ${words}`])}`;
  return isRunId(event.detail["bulk_run_id"]) ? `${reason} ${PART_OF_MANY}` : reason;
}

const PART_OF_MANY = "It was part of an action on many runs.";

function endedHow(event: RunEvent): string {
  return event.detail["because"] === "handler_failed"
    ? "on an error"
    : "without a result of its own";
}

function attemptOf(event: RunEvent): number {
  const { attempt } = event.detail;
  return typeof attempt === "number" ? attempt : event.to.attempt;
}

function endWord(position: RunPosition): string {
  return inSentence(positionLabelOf(position).label);
}

function isPerson(actor: Actor): boolean {
  return actor.kind === "user" || actor.kind === "operator";
}

function actorWords(actor: Actor): string {
  const name = asPlainName(actor.name, "Somebody without a name");
  switch (actor.kind) {
    case "worker":
      return name.toLowerCase() === "worker" ? "The worker" : `Worker ${name}`;
    case "service":
      return `Service ${name}`;
    case "schedule":
      return `Schedule ${name}`;
    case "user":
    case "operator":
    case "system":
    case "sweeper":
    case "bridge":
      return name;
  }
}
