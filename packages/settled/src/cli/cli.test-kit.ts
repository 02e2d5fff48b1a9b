import { v7 as uuidv7 } from "uuid";
import { defineOperation } from "../catalog/define-operation.ts";
import type { ArtifactFacts } from "../catalog/artifact-definition.ts";
import type { AnyOperation } from "../catalog/operation-catalog.ts";
import type { SettledOptions } from "../create-settled.ts";
import { createPgBossEngine } from "../engines/pg-boss/pg-boss-engine.ts";
import { RunLifecycle } from "../lifecycle/run-lifecycle.ts";
import { NO_FAULTS } from "../ports/fault-points.ts";
import { migrateDatabase } from "../postgres/migrate.ts";
import { openPostgres } from "../postgres/open-postgres.ts";
import type { Actor, Initiator } from "../run/actor.ts";
import type { OperationRun, RunOutcome } from "../run/operation-run.ts";
import { asEnvironmentId, asRunId, asWorkspaceId } from "../run/scope.ts";
import { startTestDatabase } from "../testing/test-database.ts";
import type { CliConfig } from "./cli-config.ts";
import type { CliIo } from "./cli-io.ts";
import { runCli } from "./main.ts";

const ANNA: Initiator = { kind: "user", id: "anna", name: "Anna" };
const SWEEPER: Actor = { kind: "sweeper", id: "sweeper", name: "Settled" };
const HOUR_MS = 3_600_000;

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface TestIo extends CliIo {
  readonly said: { out: string; err: string };
  /** What SIGTERM does. */
  signal(): void;
}

/** Remembers what was written; waits are short. */
export function createTestIo(changes: Partial<CliIo> = {}): TestIo {
  const said = { out: "", err: "" };
  const listeners = new Set<() => void>();
  return {
    said,
    stdout: { isTerminal: false, write: (text) => void (said.out += text) },
    stderr: { isTerminal: false, write: (text) => void (said.err += text) },
    env: {},
    currentFolder: "/",
    userName: "olga",
    ask: null,
    clock: {
      nowMs: () => performance.now(),
      sleep: () => new Promise((resolve) => setTimeout(resolve, 10)),
    },
    now: () => new Date(),
    onStopSignal(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    signal: () => {
      for (const listener of listeners) listener();
    },
    ...changes,
  };
}

export async function say(io: TestIo, argv: readonly string[], config?: CliConfig): Promise<Said> {
  const code = await runCli(argv, io, config === undefined ? {} : { config });
  return { code, ...io.said };
}

export type CliWorld = Awaited<ReturnType<typeof openCliWorld>>;

/** A migrated database with an operation, and runs in any position. */
export async function openCliWorld() {
  const server = await startTestDatabase();
  await migrateDatabase({ connectionString: server.url });
  const postgres = openPostgres({ connectionString: server.url });
  const { database, writer } = postgres;
  const lifecycle = new RunLifecycle({ writer, faults: NO_FAULTS });
  const sql = (text: string, values: readonly unknown[] = []) => database.executeSql(text, values);
  await sql("create table reviews (id text primary key, run_id uuid, workspace_id text)");
  await sql("grant select on reviews to settled_reader");
  const lease = uuidv7();
  await sql(`insert into settled.worker_leases (id, name, expires_at)
    values ('${lease}', 'test', now() + interval '1 hour')`);
  const worker: Actor = { kind: "worker", id: lease, name: "Worker" };

  const start = async (operationType = "review.compose"): Promise<OperationRun> => {
    const created = await lifecycle.create({
      id: asRunId(uuidv7()),
      workspaceId: asWorkspaceId("acme"),
      environmentId: asEnvironmentId("berlin"),
      operationType,
      identityKey: uuidv7(),
      initiator: ANNA,
      input: {},
      context: {},
      dueAfterMs: HOUR_MS,
      rerunOf: null,
    });
    const handOver = { job_class: "reviews", queue: "reviews", connection: "default" };
    const options = { kind: "dispatched", dueAfterMs: HOUR_MS, actor: ANNA } as const;
    return written(await lifecycle.recordDispatch(created.run, handOver, options));
  };
  const begin = async (run: OperationRun) =>
    written(await lifecycle.begin(run, { ownerId: lease, runWithinMs: HOUR_MS, actor: worker }));
  const end = async (run: OperationRun, outcome: Exclude<RunOutcome, "cancelled">) => {
    const { workspaceId, id, attempt } = run;
    const ref = { workspaceId, id, attempt, ownerId: lease };
    const related = { type: "review", id: `review-${id}` };
    const proof = outcome === "succeeded" ? { related } : {};
    if (outcome === "succeeded") await makeReview(run);
    return written(await lifecycle.finish(ref, { outcome, ...proof }, worker));
  };
  const makeReview = ({ id, workspaceId }: OperationRun) =>
    sql("insert into reviews values ($1, $2, $3)", [`review-${id}`, id, workspaceId]);
  const config: CliConfig = {
    settledOptions: (): SettledOptions => ({
      postgres: { connectionString: server.url, leaseBeatMs: 100, leaseValidMs: 2_000 },
      engine: createPgBossEngine({ connectionString: server.url }),
      operations: [composeReview()],
    }),
  };
  return {
    url: server.url,
    config,
    sql,
    start,
    begin,
    end,
    makeReview,
    reconcile: async (run: OperationRun, decision: RunOutcome) =>
      lifecycle.reconcile(
        run,
        {
          adapter: "review",
          decision,
          reason: "ambiguous",
          trigger: "job_failed",
          related: null,
          checks: [],
          decidedBy: "Settled",
        },
        { summary: null, detail: {}, dueAfterMs: null, actor: SWEEPER },
      ),
    /** Says a command line about the workspace, without a configuration unless one is given. */
    say: (argv: readonly string[], given?: CliConfig, changes: Partial<CliIo> = {}) =>
      say(
        createTestIo({
          env: { DATABASE_URL: server.url, SETTLED_WORKSPACE: "acme" },
          ...changes,
        }),
        argv,
        given,
      ),
    async close() {
      await postgres.close();
      await server.close();
    },
  };
}

/** Its truth is the table of reviews: a row is a complete review. */
export function composeReview(): AnyOperation {
  return defineOperation<unknown, { readonly id: string | null }>({
    type: "review.compose",
    label: "Review",
    input: {
      "~standard": { version: 1, vendor: "test", validate: (value: unknown) => ({ value }) },
    },
    identity: () => uuidv7(),
    capability: "reviews.compose",
    queue: { name: "reviews" },
    handler: () => Promise.resolve({ outcome: "failed" }),
    copy: { doing: "The review is being composed.", reasons: {} },
    artifact: {
      type: "review",
      label: "Review",
      href: (scope, id) => `/workspaces/${scope.workspaceId}/reviews/${id}`,
      async find(truth, id): Promise<ArtifactFacts | null> {
        const text = "select run_id from reviews where id = $1 and workspace_id = $2";
        const rows = await truth.query<{ run_id: string }>(text, [id, truth.scope.workspaceId]);
        const [row] = rows;
        if (row === undefined) return null;
        const { run_id: runId } = row;
        const state = { title: "Review of May", complete: true, state: "current" };
        return { ...truth.scope, ...state, madeByRunId: asRunId(runId) };
      },
    },
    adapter: {
      name: "review",
      async gather(run, truth) {
        const rows = await truth.query<{ id: string }>("select id from reviews where run_id = $1", [
          run.id,
        ]);
        return { id: rows[0]?.id ?? null };
      },
      decide: (_run, { id }) =>
        id === null
          ? { decision: "failed", reason: "nothing_produced", checks: [] }
          : {
              decision: "succeeded",
              reason: "artifact_complete",
              checks: [],
              related: { type: "review", id },
              proof: { madeBy: "this_run", inScope: true, complete: true },
            },
    },
  });
}

function written(answer: { readonly kind: string; readonly run?: OperationRun }): OperationRun {
  if (answer.run === undefined) throw new Error(`The move was answered with ${answer.kind}.`);
  return answer.run;
}
