import type { SqlExecutor } from "settled";
import { textOf } from "./hostile-part.test-kit.ts";

/** A run as it was stored, and the texts that its page shows. */
export interface HostileRun {
  readonly id: string;
  readonly shown: readonly string[];
}

/**
 * Runs of every outcome, and ones at work, in whose every free field a text stands, past what any door would refuse: what
 * is stored by an older release or another program is shown as well.
 */
export async function storeHostileRuns(
  on: SqlExecutor,
  texts: readonly string[],
): Promise<readonly HostileRun[]> {
  const runs: HostileRun[] = [];
  const store = async (sql: string, values: readonly unknown[], shown: readonly string[]) => {
    const { rows } = await on.executeSql(sql, [...values]);
    const [run] = rows as readonly { readonly id: string }[];
    if (run !== undefined) runs.push({ id: run.id, shown });
  };
  for (const row of texts.keys()) {
    const [
      who = "",
      note = "",
      reason = "",
      detail = "",
      by = "",
      fault = "",
      told = "",
      type = "",
    ] = Array.from({ length: 8 }, (_, field) => textOf(texts, row, field));
    const outcome = OUTCOMES[row % OUTCOMES.length] ?? "failed";
    const initiator = JSON.stringify({ kind: "user", id: who, name: who });
    const input = JSON.stringify({ note, [note]: note });
    const context = JSON.stringify(contextOf({ outcome, reason, detail, by }));
    const failure = JSON.stringify({ name: fault, message: fault, stack: fault, attempt: 1 });
    const ended = [`attack-${row}`, initiator, input, context, outcome, failure];
    await store(
      INSERT_ENDED,
      [...ended, JSON.stringify({ [told]: told })],
      [who, note, detail, by, fault],
    );
    const progress = JSON.stringify({ done: 1, total: 2, message: told });
    const atWork = [`at-work-${row}`, initiator, input, progress];
    await store(INSERT_RUNNING, [...atWork, type], [who, note, told, type]);
  }
  return runs;
}

interface ContextTexts {
  readonly outcome: string;
  readonly reason: string;
  readonly detail: string;
  readonly by: string;
}

function contextOf({ outcome, reason, detail, by }: ContextTexts) {
  return {
    reason,
    related: { type: reason, id: reason },
    trace: { traceparent: reason },
    reconciliation: {
      version: 1,
      adapter: reason,
      decision: outcome,
      reason,
      trigger: "went_silent",
      attempt: 1,
      previous: { status: "running", outcome: null },
      related: { type: reason, id: reason },
      checks: [{ check: reason, passed: false, detail }],
      decided_at: "2026-05-24T14:05:00.000Z",
      decided_by: by,
    },
  };
}

/** Where the texts of runs lie. */
export const COLUMNS_OF_RUNS: readonly string[] = [
  "settled.operation_runs.initiator",
  "settled.operation_runs.input",
  "settled.operation_runs.context",
  "settled.operation_runs.summary",
  "settled.operation_runs.failure",
  "settled.operation_runs.progress",
  "settled.operation_runs.operation_type",
  "settled.operation_run_events.actor",
  "settled.operation_run_events.detail",
];

const OUTCOMES = [
  "attention_required",
  "blocked",
  "failed",
  "cancelled",
  "succeeded",
  "partially_succeeded",
] as const;

const TELLING = `
  with run as (insert into settled.operation_runs (workspace_id, id, VALUES returning *)
  insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "to", detail)
  select workspace_id, id, version, 'created', 0, initiator, settled.position_of(run), context from run
  returning run_id as id`;
const INSERT_ENDED = TELLING.replace(
  "VALUES",
  `environment_id, operation_type, status, identity_key, initiator, input, context, outcome, failure, summary, completed_at)
   values ('north', gen_random_uuid(), 'contoso', 'environment.review.compose', 'completed',
     $1, $2::jsonb, $3::jsonb, $4::jsonb, $5, $6::jsonb, $7::jsonb, now() + interval '1 second')`,
);
const INSERT_RUNNING = TELLING.replace(
  "VALUES",
  `environment_id, operation_type, status, identity_key, initiator, input, progress, attempt, started_at)
   values ('north', gen_random_uuid(), 'contoso', $5, 'running',
     $1, $2::jsonb, $3::jsonb, $4::jsonb, 1, now())`,
);
