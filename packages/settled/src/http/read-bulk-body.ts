import { z } from "zod";
import {
  BULK_ACTIONS,
  BULK_TARGETS_MAX,
  type BulkAction,
  type BulkOrder,
} from "../bulk/bulk-order.ts";
import type { BulkSelection } from "../bulk/select-targets.ts";
import { tryArtifactRef } from "../run/artifact-ref.ts";
import { RUN_OUTCOMES } from "../run/operation-run.ts";
import { asRunId, RUN_ID } from "../run/scope.ts";
import { faultsOfIssues } from "./faults-of-issues.ts";
import { plainIssue } from "./plain-issue.ts";
import { type Problem, type ProblemFault, problemOf } from "./problem.ts";
import { readQuery } from "./read-query.ts";
import { RUN_FILTER, RUN_FILTER_QUERY } from "./run-query.ts";
import { asRunFilter } from "./run-filter.ts";

const REASON_CHARS_MAX = 1_000;
const VALUE_CHARS_MAX = 8_192;
const FILTER_MEMBERS = Object.keys(RUN_FILTER).join(", ");

const ID_WORDS =
  "The id of a run is a UUID in lower-case letters; or { id, version }, as it was seen.";
const ID = z
  .string()
  .regex(RUN_ID, ID_WORDS)
  .meta({ examples: ["019abcde-0000-7000-8000-000000000000"] });
const TARGET = z.union([ID, z.strictObject({ id: ID, version: z.int().positive() })], ID_WORDS);

/** `{ action, ids | filter, reason, outcome?, related?, dry_run? }`; a filter is the members of a list's query. */
export const BULK_BODY = z
  .strictObject({
    action: z.enum(BULK_ACTIONS),
    ids: z
      .array(TARGET)
      .min(1)
      .max(BULK_TARGETS_MAX, `At most ${BULK_TARGETS_MAX} runs are acted on at once.`)
      .optional(),
    filter: z
      .record(z.string().max(100), z.string().max(VALUE_CHARS_MAX))
      .meta({ description: `As in the query of a list: ${FILTER_MEMBERS}.` })
      .optional(),
    reason: z
      .string()
      .max(REASON_CHARS_MAX)
      .refine((text) => /\S/u.test(text.replaceAll("\u0000", "")), "A reason has words.")
      .optional(),
    outcome: z.enum(RUN_OUTCOMES).optional(),
    related: z.strictObject({ type: z.string(), id: z.string() }).nullable().optional(),
    dry_run: z.boolean().optional(),
  })
  .superRefine((body, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const isResolve = body.action === "resolve";
    if ((body.ids === undefined) === (body.filter === undefined)) {
      fault("ids", "Name the runs by ids, or by a filter: by one of both.");
    }
    if (body.reason === undefined && body.dry_run !== true) {
      fault("reason", "Say why; only a dry run needs no reason.");
    }
    if (isResolve !== (body.outcome !== undefined)) {
      fault("outcome", "resolve needs an outcome, and nothing else takes one.");
    }
    if ((body.related ?? null) !== null && (!isResolve || tryArtifactRef(body.related) === null)) {
      fault("related", "An artifact is named by { type, id } as short text, for resolve alone.");
    }
  })
  .meta({
    examples: [
      { action: "cancel", filter: { status: "queued" }, dry_run: true },
      { action: "cancel", filter: { status: "queued" }, reason: "They are not wanted any more." },
      { action: "reconcile", ids: ["019abcde-0000-7000-8000-000000000000"], dry_run: true },
    ],
  });

export interface BulkBody {
  readonly kind: "read";
  readonly action: BulkAction;
  readonly order: BulkOrder;
  readonly selection: BulkSelection;
  readonly dryRun: boolean;
}

export function readBulkBody(
  sent: unknown,
): BulkBody | { readonly kind: "problem"; readonly problem: Problem } {
  const read = BULK_BODY.safeParse(sent, { error: plainIssue });
  if (!read.success) return refused(faultsOfIssues(read.error.issues));
  const { action, ids, filter = {}, reason: because = "", outcome, related, dry_run } = read.data;
  const order: BulkOrder =
    action === "resolve" && outcome !== undefined
      ? { action, because, outcome, related: tryArtifactRef(related) }
      : { action: action as Exclude<BulkAction, "resolve">, because };
  const asked = { kind: "read", action, order, dryRun: dry_run ?? false } as const;
  if (ids !== undefined) {
    const named = ids.map((one) =>
      typeof one === "string" ? { id: asRunId(one) } : { ...one, id: asRunId(one.id) },
    );
    return { ...asked, selection: { kind: "ids", ids: named } };
  }
  const query = readQuery(RUN_FILTER_QUERY, new URLSearchParams(filter));
  if (query.kind === "problem") return refused(query.problem.errors.map(belowFilter));
  return { ...asked, selection: { kind: "filter", filter: asRunFilter(query.values) } };
}

function belowFilter(fault: ProblemFault): ProblemFault {
  if ("pointer" in fault) return fault;
  const name = fault.parameter.replaceAll("~", "~0").replaceAll("/", "~1");
  return { pointer: `/filter/${name}`, detail: fault.detail };
}

function refused(errors: readonly ProblemFault[]) {
  const detail = "The body says what is to be done to which runs, and why.";
  const problem = problemOf("invalid_body", { detail, errors });
  return { kind: "problem", problem } as const;
}
