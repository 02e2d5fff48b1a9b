import type { z } from "zod";
import type { WebhookEndpoint } from "../../ports/webhook.ts";
import { isRunId, type WorkspaceId } from "../../run/scope.ts";
import type { EndpointAct } from "../../webhooks/endpoint-act.ts";
import type { WebhookDesk } from "../../webhooks/webhook-desk.ts";
import type { ApiOperation } from "../api-operation.ts";
import { checkAccess, problemOfAccess, workspaceIdOf } from "../check-access.ts";
import type { ActorExchange } from "../exchange.ts";
import { tagsIn } from "../expected-version.ts";
import { type Problem, problemOf } from "../problem.ts";
import { readBody } from "../read-body.ts";
import { readJsonBody } from "../read-json-body.ts";
import { readQuery } from "../read-query.ts";
import { problemOfDeskRefusal } from "./problem-of-desk-refusal.ts";

export const MANAGE_WEBHOOKS = "webhooks.manage";

type Refused = { readonly kind: "problem"; readonly problem: Problem };

/** The desk of a workspace whose webhooks this actor may manage. */
export interface OpenedWebhooks {
  readonly kind: "opened";
  readonly desk: WebhookDesk;
  readonly workspaceId: WorkspaceId;
  /** The address of the list, below which the endpoints are. */
  readonly webhooksApi: string;
}

export async function openWebhooks(exchange: ActorExchange): Promise<OpenedWebhooks | Refused> {
  const desk = exchange.desk.settled.webhooks ?? null;
  const workspaceId = workspaceIdOf(exchange);
  if (desk === null || workspaceId === null) return refused(problemOf("not_found"));
  const scope = { workspaceId, environmentId: null };
  const access = await checkAccess(exchange, MANAGE_WEBHOOKS, scope);
  if (access.kind !== "allowed") return refused(problemOfAccess(access));
  const { api } = exchange.desk.addresses;
  const webhooksApi = `${api}/workspaces/${encodeURIComponent(workspaceId)}/webhooks`;
  return { kind: "opened", desk, workspaceId, webhooksApi };
}

export interface OpenedWebhook extends OpenedWebhooks {
  readonly endpoint: WebhookEndpoint;
  /** The act as the library takes it: by this actor, on the version that If-Match names. */
  readonly act: EndpointAct;
}

/** The endpoint of the path, too; an If-Match that names another version than the one it has is refused. */
export async function openWebhook(exchange: ActorExchange): Promise<OpenedWebhook | Refused> {
  const opened = await openWebhooks(exchange);
  if (opened.kind === "problem") return opened;
  const { desk, workspaceId } = opened;
  const id = exchange.pathPart("webhook");
  const endpoint = isRunId(id) ? await desk.find({ workspaceId, id }) : null;
  if (endpoint === null) return refused(problemOf("not_found"));
  const act = { workspaceId, id: endpoint.id, actor: exchange.asker };
  const given = exchange.request.headers.get("if-match");
  if (given === null || given.trim() === "*") return { ...opened, endpoint, act };
  if (!tagsIn(given).includes(endpoint.version)) {
    return refused(problemOfDeskRefusal({ kind: "refused", because: "stale" }));
  }
  return { ...opened, endpoint, act: { ...act, expectedVersion: endpoint.version } };
}

type Asks = Pick<ApiOperation, "bodyMayBeAbsent"> & {
  readonly query: z.ZodObject;
  readonly body: z.ZodType;
};

/** What was sent with an act that is allowed. */
export async function readAsked<Operation extends Asks>(
  { url, request }: ActorExchange,
  operation: Operation,
): Promise<{ readonly kind: "read"; readonly body: z.output<Operation["body"]> } | Refused> {
  const query = readQuery(operation.query, url.searchParams);
  if (query.kind === "problem") return query;
  const mayBeAbsent = operation.bodyMayBeAbsent ?? false;
  const sent = await readJsonBody(request, { mayBeAbsent });
  if (sent.kind === "problem") return sent;
  return readBody(operation.body as Operation["body"], sent.value);
}

function refused(problem: Problem): Refused {
  return { kind: "problem", problem };
}
