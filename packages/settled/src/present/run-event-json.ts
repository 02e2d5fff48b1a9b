import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { Actor } from "../run/actor.ts";
import type { JsonObject, JsonValue } from "../run/json-value.ts";
import type { RunEvent, RunEventKind, RunPosition } from "../run/run-event.ts";
import { describeEvent } from "./describe-event.ts";
import { asPlainName } from "./plain-words.ts";

export interface RunEventJson {
  readonly sequence: string;
  readonly workspace_id: string;
  readonly run_id: string;
  readonly version: number;
  readonly kind: RunEventKind;
  readonly sentence: string;
  readonly actor: Pick<Actor, "kind" | "id" | "name">;
  readonly from: RunPosition | null;
  readonly to: RunPosition;
  readonly detail: JsonObject;
  readonly at: string;
}

export interface EventViewer {
  readonly operation: OperationDefinition | null;
  /** Whether the viewer may see candidates, errors and whatever else the detail holds. */
  readonly maySeeDetail: boolean;
}

/** What every reader may see of an event's detail; anything else needs the capability. */
const OPEN_DETAILS: readonly string[] = [
  "adapter",
  "attempt",
  "because",
  "decision",
  "outcome",
  "queue",
  "reason",
  "trigger",
];
const CODE = /^[a-z][a-z0-9_.-]{0,63}$/;

export function asRunEventJson(event: RunEvent, viewer: EventViewer): RunEventJson {
  return {
    sequence: event.sequence,
    workspace_id: event.workspaceId,
    run_id: event.runId,
    version: event.version,
    kind: event.kind,
    sentence: describeEvent(event, viewer.operation),
    actor: {
      kind: event.actor.kind,
      id: event.actor.id,
      name: asPlainName(event.actor.name, ""),
    },
    from: event.from === null ? null : asPositionJson(event.from),
    to: asPositionJson(event.to),
    detail: viewer.maySeeDetail ? event.detail : openDetail(event.detail),
    at: event.at.toISOString(),
  };
}

function asPositionJson(position: RunPosition): RunPosition {
  return { status: position.status, outcome: position.outcome, attempt: position.attempt };
}

function openDetail(detail: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(detail).filter(([key, value]) => OPEN_DETAILS.includes(key) && isCode(value)),
  );
}

/** Codes and numbers are open; a sentence under an open key may hold anything and is not. */
function isCode(value: JsonValue): boolean {
  return typeof value === "number" || (typeof value === "string" && CODE.test(value));
}
