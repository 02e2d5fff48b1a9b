import type { z } from "zod";
import type { OperationRun } from "../run/operation-run.ts";
import type { RunCapability } from "./capabilities.ts";
import { checkAccess, problemOfAccess } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import { type ExpectedVersion, expectedVersionOf } from "./expected-version.ts";
import { findVisibleRun } from "./find-visible-run.ts";
import { type Problem } from "./problem.ts";
import { problemOfActionRefusal } from "./problem-of-refusal.ts";
import { readBody } from "./read-body.ts";
import { readJsonBody } from "./read-json-body.ts";
import { readQuery } from "./read-query.ts";

/** What an action takes, beside the run of its path. */
export interface ActionSpec<Query extends z.ZodObject, Body extends z.ZodType> {
  readonly capability: RunCapability;
  readonly query: Query;
  readonly body: Body;
  readonly bodyMayBeAbsent: boolean;
}

export interface OpenedAction<Query extends z.ZodObject, Body extends z.ZodType> {
  readonly kind: "opened";
  readonly run: OperationRun;
  readonly maySeeDetail: boolean;
  readonly values: z.output<Query>;
  readonly body: z.output<Body>;
  readonly expected: Exclude<ExpectedVersion, { kind: "stale" }>;
}

/** An action that may be taken by this actor on a run that they see, or why not. Reads; takes no action. */
export async function openAction<Query extends z.ZodObject, Body extends z.ZodType>(
  exchange: ActorExchange,
  spec: ActionSpec<Query, Body>,
): Promise<OpenedAction<Query, Body> | { readonly kind: "problem"; readonly problem: Problem }> {
  const visible = await findVisibleRun(exchange);
  if (visible.kind === "problem") return visible;
  const { run, maySeeDetail } = visible;
  const access = await checkAccess(exchange, spec.capability, run);
  if (access.kind !== "allowed") return { kind: "problem", problem: problemOfAccess(access) };
  const query = readQuery(spec.query, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const sent = await readJsonBody(exchange.request, { mayBeAbsent: spec.bodyMayBeAbsent });
  if (sent.kind === "problem") return sent;
  const read = readBody(spec.body, sent.value);
  if (read.kind === "problem") return read;
  const expected = expectedVersionOf(exchange.request, run);
  if (expected.kind === "stale") {
    return { kind: "problem", problem: problemOfActionRefusal("stale") };
  }
  return { kind: "opened", run, maySeeDetail, values: query.values, body: read.body, expected };
}

/** For the library: the version that must still stand, if the caller named one. */
export function expectedIn(expected: OpenedAction<z.ZodObject, z.ZodType>["expected"]): {
  readonly expectedVersion?: number;
} {
  return expected.kind === "expected" ? { expectedVersion: expected.version } : {};
}
