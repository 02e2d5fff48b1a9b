import type { ServedRunJson } from "../http/served-run-json.ts";
import type {
  ActOnRun,
  CancelledRun,
  ReconciledRun,
  ReconcileRun,
  RerunRun,
  ResolveRun,
  StartedRun,
} from "./answers.ts";
import type { ApiDoor } from "./api-door.ts";
import { type ApiCall, callApi } from "./call-api.ts";
import type { CallOptions } from "./client-options.ts";
import { newIdempotencyKey } from "./idempotency-key.ts";
import { runPath } from "./runs-address.ts";

export function cancelRun(
  door: ApiDoor,
  id: string,
  given: ActOnRun & CallOptions,
): Promise<CancelledRun> {
  return callApi(door, actionOn(door, { id, verb: "cancel", given, body: reasonOf(given) }));
}

export function rerunRun(
  door: ApiDoor,
  id: string,
  given: RerunRun & CallOptions,
): Promise<StartedRun> {
  const { idempotencyKey = newIdempotencyKey() } = given;
  const action = actionOn(door, { id, verb: "rerun", given, body: reasonOf(given) });
  return callApi(door, { ...action, idempotencyKey });
}

export function reconcileRun(
  door: ApiDoor,
  id: string,
  given: ReconcileRun & CallOptions,
): Promise<ReconciledRun> {
  const action = actionOn(door, { id, verb: "reconcile", given, body: reasonOf(given) });
  const query = new URLSearchParams(given.dryRun === true ? { dry_run: "true" } : {});
  return callApi(door, { ...action, query });
}

export function resolveRun(
  door: ApiDoor,
  id: string,
  given: ResolveRun & CallOptions,
): Promise<ServedRunJson> {
  const { outcome, reason, related = null } = given;
  const body = { outcome, reason, ...(related === null ? {} : { related }) };
  return callApi(door, actionOn(door, { id, verb: "resolve", given, body }));
}

function actionOn(
  door: ApiDoor,
  action: {
    readonly id: string;
    readonly verb: string;
    readonly given: ActOnRun & CallOptions;
    readonly body: object;
  },
): ApiCall {
  const { ifMatch, signal } = action.given;
  return {
    method: "POST",
    path: runPath(door, action.id, `:${action.verb}`),
    body: action.body,
    headers: ifMatch === undefined ? {} : { "if-match": `"${ifMatch}"` },
    signal,
  };
}

function reasonOf({ reason }: ActOnRun): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}
