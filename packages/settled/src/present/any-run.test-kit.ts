import * as fc from "fast-check";
import { INITIATOR_KINDS } from "../run/actor.ts";
import { RUN_OUTCOMES, type OperationRun } from "../run/operation-run.ts";
import {
  RECONCILIATION_TRIGGERS,
  type ReconciliationRecord,
} from "../run/reconciliation-record.ts";
import type { RunContext } from "../run/run-context.ts";
import { RUN_EVENT_KINDS, type RunEvent } from "../run/run-event.ts";
import type { ArtifactTruth } from "./artifact-truth.ts";
import type { RunViewer } from "./presented-run.ts";
import { LIBRARY_REASONS } from "../run/reason.ts";
import {
  DISPATCH,
  minutesAgo,
  NOW,
  PRESENT,
  RELATED,
  sampleEvent,
  sampleOperation,
  sampleRecord,
  sampleRun,
  SECRET,
} from "./sample-run.test-kit.ts";

const word = fc.constantFrom(
  "Maria",
  "Night",
  "x",
  "",
  "  ",
  "Ünïcode",
  "a".repeat(400),
  "\u202eevil\n",
);
const moment = fc.date({ min: minutesAgo(100_000), max: minutesAgo(-1_000), noInvalidDate: true });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const reason = fc.constantFrom(
  ...LIBRARY_REASONS,
  "coverage_partial",
  "constructor",
  "zz_unheard_of",
);

const anyRecord: fc.Arbitrary<ReconciliationRecord> = fc
  .record({
    adapter: fc.constantFrom("environment-review", "operator", "none", "unknown"),
    decision: fc.constantFrom(...RUN_OUTCOMES),
    reason,
    trigger: fc.constantFrom(...RECONCILIATION_TRIGGERS),
    previousOutcome: maybe(fc.constantFrom(...RUN_OUTCOMES)),
    related: maybe(fc.constant(RELATED)),
    detail: fc.constantFrom("", "Two of two.", `duplicate key ${SECRET}`, `${SECRET} at x.ts:3:4`),
    decided_at: fc.constantFrom("2026-05-24T14:04:00.000Z", "", "never"),
  })
  .map(({ previousOutcome, detail, ...rest }) =>
    sampleRecord({
      ...rest,
      previous:
        previousOutcome === null
          ? { status: "running", outcome: null }
          : { status: "completed", outcome: previousOutcome },
      checks: [{ check: "content_read", passed: true, detail }],
    }),
  );

const anyContext: fc.Arbitrary<RunContext> = fc
  .record({
    dispatch: fc.option(fc.constant(DISPATCH), { nil: undefined }),
    related: fc.option(fc.constant(RELATED), { nil: undefined }),
    reason: fc.option(reason, { nil: undefined }),
    reconciliation: fc.option(anyRecord, { nil: undefined }),
  })
  .map((context) => JSON.parse(JSON.stringify(context)) as RunContext);

/** Any run that the table could hold, with an error that must not be read by anybody. */
export const anyRun: fc.Arbitrary<OperationRun> = fc
  .record({
    position: fc.oneof(
      fc.constantFrom(
        { status: "queued", outcome: null } as const,
        { status: "running", outcome: null } as const,
      ),
      fc
        .constantFrom(...RUN_OUTCOMES)
        .map((outcome) => ({ status: "completed" as const, outcome })),
    ),
    attempt: fc.nat(4),
    ownerId: maybe(fc.constant("lease")),
    initiator: fc.record({ kind: fc.constantFrom(...INITIATOR_KINDS), id: word, name: word }),
    context: anyContext,
    progress: maybe(
      fc.record({
        done: fc.nat(),
        total: maybe(fc.nat()),
        message: maybe(fc.oneof(word, fc.constant(`insert into runs ${SECRET}`))),
      }),
    ),
    failure: maybe(
      fc.constantFrom("duplicate key value", "boom").map((text) => ({
        name: "DatabaseError",
        message: `${text} ${SECRET}`,
        stack: `at ${SECRET}.ts:1:2`,
        attempt: 1,
      })),
    ),
    queuedAt: moment,
    startedAt: maybe(moment),
    completedAt: maybe(moment),
    dueAt: maybe(moment),
    cancelRequestedAt: maybe(moment),
  })
  .map(({ position, ...rest }) => sampleRun({ ...position, ...rest, createdAt: rest.queuedAt }));

export const anyArtifact: fc.Arbitrary<ArtifactTruth | null> =
  fc.constantFrom<ArtifactTruth | null>(
    null,
    { kind: "none" },
    PRESENT,
    { ...PRESENT, complete: false },
    { ...PRESENT, href: null },
    { kind: "gone", ref: RELATED },
    { kind: "hidden" },
    { kind: "unavailable", ref: RELATED },
  );

export const anyViewer: fc.Arbitrary<RunViewer> = fc
  .record({ known: fc.boolean(), artifact: anyArtifact, maySeeDetail: fc.boolean() })
  .map(({ known, ...rest }) => ({
    now: NOW,
    operation: known ? sampleOperation() : null,
    ...rest,
  }));

export const anyEvent: fc.Arbitrary<RunEvent> = fc
  .record({
    kind: fc.constantFrom(...RUN_EVENT_KINDS),
    actor: fc.record({
      kind: fc.constantFrom(
        ...INITIATOR_KINDS,
        "worker" as const,
        "sweeper" as const,
        "bridge" as const,
      ),
      id: word,
      name: word,
    }),
    from: maybe(fc.constant({ status: "completed", outcome: "failed", attempt: 1 } as const)),
    to: fc.constantFrom(
      { status: "running", outcome: null, attempt: 2 } as const,
      { status: "completed", outcome: "succeeded", attempt: 2 } as const,
    ),
    detail: fc.constantFrom(
      {},
      { because: "handler_failed" },
      { because: `insert into runs ${SECRET}` },
      { candidates: [{ type: "environment_review", id: SECRET }] },
    ),
  })
  .map((changes) => sampleEvent(changes));
