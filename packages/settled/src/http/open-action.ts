import type { OperationRun } from "../run/operation-run.ts";
import type { RunCapability } from "./capabilities.ts";
import { checkAccess, problemOfAccess } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import { type ExpectedVersion, expectedVersionOf } from "./expected-version.ts";
import { findVisibleRun } from "./find-visible-run.ts";
import { type Problem } from "./problem.ts";
import { problemOfActionRefusal } from "./problem-of-refusal.ts";
import type { QueryParameter } from "./query-parameter.ts";
import type { ReadActionBody } from "./read-action-body.ts";
import { readJsonBody } from "./read-json-body.ts";
import { readQuery, type ReadQuery } from "./read-query.ts";

type Parameters = Readonly<Record<string, QueryParameter<unknown>>>;
type ValuesOf<Known extends Parameters> = Extract<ReadQuery<Known>, { kind: "read" }>["values"];

/** What an action takes, beside the run of its path. */
export interface ActionSpec<Known extends Parameters, Body> {
  readonly capability: RunCapability;
  readonly parameters: Known;
  readBody(body: unknown): ReadActionBody<Body>;
  readonly bodyMayBeAbsent: boolean;
}

export interface OpenedAction<Known extends Parameters, Body> {
  readonly kind: "opened";
  readonly run: OperationRun;
  readonly maySeeDetail: boolean;
  readonly values: ValuesOf<Known>;
  readonly body: Body;
  readonly expected: Exclude<ExpectedVersion, { kind: "stale" }>;
}

/** An action that may be taken by this actor on a run that they see, or why not. Reads; takes no action. */
export async function openAction<Known extends Parameters, Body>(
  exchange: ActorExchange,
  spec: ActionSpec<Known, Body>,
): Promise<OpenedAction<Known, Body> | { readonly kind: "problem"; readonly problem: Problem }> {
  const visible = await findVisibleRun(exchange);
  if (visible.kind === "problem") return visible;
  const { run, maySeeDetail } = visible;
  const access = await checkAccess(exchange, spec.capability, run);
  if (access.kind !== "allowed") return { kind: "problem", problem: problemOfAccess(access) };
  const query = readQuery(spec.parameters, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const sent = await readJsonBody(exchange.request, { mayBeAbsent: spec.bodyMayBeAbsent });
  if (sent.kind === "problem") return sent;
  const read = spec.readBody(sent.value);
  if (read.kind === "problem") return read;
  const expected = expectedVersionOf(exchange.request, run);
  if (expected.kind === "stale") {
    return { kind: "problem", problem: problemOfActionRefusal("stale") };
  }
  return { kind: "opened", run, maySeeDetail, values: query.values, body: read.body, expected };
}

/** For the library: the version that must still stand, if the caller named one. */
export function expectedIn(expected: OpenedAction<Parameters, unknown>["expected"]): {
  readonly expectedVersion?: number;
} {
  return expected.kind === "expected" ? { expectedVersion: expected.version } : {};
}
