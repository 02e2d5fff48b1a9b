import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { Actor, Door } from "../run/actor.ts";
import type { JsonObject } from "../run/json-value.ts";
import type { RunEvent, RunEventKind, RunPosition } from "../run/run-event.ts";
import { describeEvent } from "./describe-event.ts";
import { openDetail } from "./open-detail.ts";
import { asPlainName } from "./plain-words.ts";

export interface RunEventJson {
  readonly sequence: string;
  readonly workspace_id: string;
  readonly run_id: string;
  readonly version: number;
  readonly kind: RunEventKind;
  readonly sentence: string;
  readonly actor: Pick<Actor, "kind" | "id" | "name">;
  /** Of the request by which it was done; null where none asked for it. */
  readonly request_id: string | null;
  readonly via: Door | null;
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
    request_id: event.actor.requestId ?? null,
    via: event.actor.via ?? null,
    from: event.from === null ? null : asPositionJson(event.from),
    to: asPositionJson(event.to),
    detail: viewer.maySeeDetail ? event.detail : openDetail(event.detail),
    at: event.at.toISOString(),
  };
}

function asPositionJson(position: RunPosition): RunPosition {
  return { status: position.status, outcome: position.outcome, attempt: position.attempt };
}
