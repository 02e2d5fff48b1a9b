import { v7 as uuidv7 } from "uuid";
import { RunLifecycle } from "../../lifecycle/run-lifecycle.ts";
import { NO_FAULTS } from "../../ports/fault-points.ts";
import type { Actor, Initiator } from "../../run/actor.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import type { Conclusion } from "../../run/conclusion.ts";
import { asEnvironmentId, asRunId, asWorkspaceId } from "../../run/scope.ts";
import { startTestDatabase } from "../../testing/test-database.ts";
import { migrateDatabase } from "../migrate.ts";
import { openPostgres } from "../open-postgres.ts";
import { checkInvariants, type CheckInvariantsOptions } from "./check-invariants.ts";

const ANNA: Initiator = { kind: "user", id: "anna", name: "Anna" };
const SWEEPER: Actor = { kind: "sweeper", id: "sweeper", name: "Settled" };
const HAND_OVER = { job_class: "reviews", queue: "reviews", connection: "default" };
const HOUR_MS = 3_600_000;

export const TRUTH_VIEWS = `select 'review.compose' as operation_type, run_id, workspace_id, environment_id,
  id::text as artifact_id, complete from reviews;`;

export type InvariantWorld = Awaited<ReturnType<typeof openInvariantWorld>>;

/** A database with one healthy run of each kind, and the gestures that spoil it. */
export async function openInvariantWorld() {
  const server = await startTestDatabase();
  await migrateDatabase({ connectionString: server.url });
  const postgres = openPostgres({ connectionString: server.url });
  const { database, writer } = postgres;
  const lifecycle = new RunLifecycle({ writer, faults: NO_FAULTS });
  const sql = (text: string, values: readonly unknown[] = []) => database.executeSql(text, values);
  await sql(`create table reviews (id text primary key, run_id uuid, workspace_id text not null,
    environment_id text, complete boolean not null default true)`);
  const lease = uuidv7();
  await sql(`insert into settled.worker_leases (id, name, expires_at)
    values ('${lease}', 'test', now() + interval '1 hour')`);
  const worker: Actor = { kind: "worker", id: lease, name: "Worker" };

  const start = async (
    identityKey: string = uuidv7(),
    workspace = "acme",
  ): Promise<OperationRun> => {
    const created = await lifecycle.create({
      id: asRunId(uuidv7()),
      workspaceId: asWorkspaceId(workspace),
      environmentId: asEnvironmentId("berlin"),
      operationType: "review.compose",
      identityKey,
      initiator: ANNA,
      input: {},
      context: {},
      dueAfterMs: HOUR_MS,
      rerunOf: null,
    });
    return created.run;
  };
  const queued = async (identityKey?: string): Promise<OperationRun> => {
    const run = await start(identityKey);
    const options = { kind: "dispatched", dueAfterMs: HOUR_MS, actor: ANNA } as const;
    return written(await lifecycle.recordDispatch(run, HAND_OVER, options));
  };
  const running = async (): Promise<OperationRun> => {
    const run = await queued();
    const begin = { ownerId: lease, runWithinMs: HOUR_MS, actor: worker };
    return written(await lifecycle.begin(run, begin));
  };
  const finished = async (outcome: "succeeded" | "failed" = "succeeded"): Promise<OperationRun> => {
    const run = await running();
    const related = { type: "review", id: `review-${run.id}` };
    if (outcome === "succeeded") await makeReview(related.id, run);
    const result = outcome === "succeeded" ? { outcome, related } : { outcome };
    return written(await lifecycle.finish(attemptOf(run), result, worker));
  };
  const reconciled = async (given: OperationRun, conclusion: Partial<Conclusion> = {}) => {
    const { id } = given;
    const related = { type: "review", id: `review-${id}` };
    const decision = conclusion.decision ?? "succeeded";
    if (decision === "succeeded") await makeReview(related.id, given);
    return written(
      await lifecycle.reconcile(
        given,
        {
          adapter: "review",
          decision,
          reason: decision === "succeeded" ? "artifact_complete" : "went_silent",
          trigger: "job_failed",
          related: decision === "succeeded" ? related : null,
          checks: [
            { check: "artifact_is_complete", passed: true, detail: "Its content was checked." },
          ],
          decidedBy: "Settled",
          ...conclusion,
        },
        { summary: null, detail: {}, dueAfterMs: null, actor: SWEEPER },
      ),
    );
  };
  const reportLate = async (run: OperationRun): Promise<void> => {
    await lifecycle.finish({ ...attemptOf(run), ownerId: uuidv7() }, { outcome: "failed" }, worker);
  };
  const attemptOf = ({ workspaceId, id, attempt }: OperationRun) => ({
    workspaceId,
    id,
    attempt,
    ownerId: lease,
  });
  const makeReview = (id: string, run: OperationRun | null, workspace = "acme") =>
    sql("insert into reviews values ($1, $2, $3, 'berlin') on conflict do nothing", [
      id,
      run?.id ?? null,
      workspace,
    ]);

  return {
    database,
    lifecycle,
    sql,
    start,
    queued,
    running,
    finished,
    reconciled,
    reportLate,
    makeReview,
    /** Everything that keeps an untrue row out, taken away. */
    async withoutFences() {
      for (const table of ["operation_runs", "operation_run_events"]) {
        await sql(`alter table settled.${table} disable trigger user`);
        const { rows } = await sql(
          "select conname from pg_constraint where conrelid = $1::regclass and contype = 'c'",
          [`settled.${table}`],
        );
        for (const row of rows) {
          await sql(
            `alter table settled.${table} drop constraint ${(row as { conname: string }).conname}`,
          );
        }
      }
      await sql("drop index settled.operation_runs_one_active_per_identity");
    },
    check: (options: Partial<CheckInvariantsOptions> = {}) =>
      checkInvariants({ executor: database, truthViews: TRUTH_VIEWS, ...options }),
    async close() {
      await postgres.close();
      await server.close();
    },
  };
}

export async function makeHealthyHistory(world: InvariantWorld): Promise<void> {
  await world.queued();
  await world.running();
  await world.finished();
  await world.finished("failed");
  await world.reconciled(await world.finished("failed"));
  const failed = await world.reconciled(await world.running(), { decision: "attention_required" });
  await world.reportLate(failed);
  const [again] = [await world.reconciled(await world.running(), { decision: "failed" })];
  await world.reconciled(again);
}

function written(answer: { readonly kind: string; readonly run?: OperationRun }): OperationRun {
  if (answer.run === undefined) throw new Error(`The move was answered with ${answer.kind}.`);
  return answer.run;
}
