import type { SqlExecutor } from "settled";

/**
 * Runs of every outcome in whose every free field a text stands, past what any door would refuse: what is stored by an
 * older release or another program is shown as well. A run in whose input the text stands is a settled one.
 */
export async function storeHostileRuns(on: SqlExecutor, texts: readonly string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    const outcome = OUTCOMES[index % OUTCOMES.length] ?? "failed";
    await on.executeSql(INSERT_RUN, [
      `attack-${index}`,
      JSON.stringify({ kind: "user", id: text, name: text }),
      JSON.stringify({ note: text, [text]: text }),
      JSON.stringify({
        reason: text,
        related: { type: text, id: text },
        trace: { traceparent: text },
        reconciliation: {
          version: 1,
          adapter: text,
          decision: outcome,
          reason: text,
          trigger: "went_silent",
          attempt: 1,
          previous: { status: "running", outcome: null },
          related: { type: text, id: text },
          checks: [{ check: text, passed: false, detail: text }],
          decided_at: "2026-05-24T14:05:00.000Z",
          decided_by: text,
        },
      }),
      JSON.stringify({ note: text }),
      JSON.stringify({ done: 1, total: 2, message: text }),
      JSON.stringify({ name: text, message: text, stack: text, attempt: 1 }),
      outcome,
    ]);
  }
}

const OUTCOMES = [
  "attention_required",
  "blocked",
  "failed",
  "cancelled",
  "succeeded",
  "partially_succeeded",
] as const;

const INSERT_RUN = `
  with run as (
    insert into settled.operation_runs (workspace_id, id, environment_id, operation_type, status, outcome,
      identity_key, initiator, input, context, summary, progress, failure, completed_at)
    values ('north', gen_random_uuid(), 'contoso', 'environment.review.compose', 'completed', $8,
      $1, $2::jsonb, $3::jsonb, $4::jsonb, $5::jsonb, $6::jsonb, $7::jsonb, now() + interval '1 second')
    returning *)
  insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "to", detail)
  select workspace_id, id, version, 'created', 0, initiator, settled.position_of(run), $4::jsonb from run`;
