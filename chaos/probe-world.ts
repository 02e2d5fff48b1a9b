import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { migrateDatabase } from "../packages/settled/src/postgres/migrate.ts";
import { checkInvariants } from "../packages/settled/src/postgres/invariants/check-invariants.ts";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import type { RunEvent } from "../packages/settled/src/run/run-event.ts";
import {
  asEnvironmentId,
  asWorkspaceId,
  type RunScope,
} from "../packages/settled/src/run/scope.ts";
import type { WorkerHandle, WorkerOptions } from "../packages/settled/src/start-worker.ts";
import { startTestDatabase } from "../packages/settled/src/testing/test-database.ts";
import { openProbe, type Probe, type ProbeOptions } from "./open-probe.ts";
import type { ProbeStep, ProbeType } from "./probe-operations.ts";
import type { ProbeOrder } from "./probe-order.ts";
import { type ProbeProcess, spawnProbe } from "./spawn-probe.ts";

export const SCOPE: RunScope = {
  workspaceId: asWorkspaceId("acme"),
  environmentId: asEnvironmentId("berlin"),
};

const LOOK_EVERY_MS = 50;
const STOP_GRACE_MS = 200;

const PROBE_TABLES = `
  create schema probe;
  create table probe.artifacts (
    workspace_id text not null, environment_id text, operation_type text not null default 'probe.make',
    id text not null, run_id uuid, complete boolean not null default true,
    made_at timestamptz not null default clock_timestamp(), primary key (workspace_id, id));
  create trigger artifacts_are_announced after insert on probe.artifacts
    for each row execute function settled.announce_artifact('run_id');
  grant usage on schema probe to settled_reader;
  grant select on probe.artifacts to settled_reader;
  alter table probe.artifacts enable row level security;
  create policy artifacts_of_workspace on probe.artifacts to settled_reader
    using (workspace_id = (select settled.current_workspace()));
  create table probe.marks (
    run_id uuid not null, attempt integer not null, word text not null,
    at timestamptz not null default clock_timestamp())`;
const TRUTH = `select operation_type, run_id, workspace_id, environment_id, id as artifact_id, complete
  from probe.artifacts`;

export interface ProbeStart {
  readonly type?: ProbeType;
  readonly scope?: RunScope;
  readonly key?: string;
  readonly steps?: readonly ProbeStep[];
}

export interface JobRow {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly output: unknown;
}

/** One database with the small host in it, seen from a process that executes only what a test tells it to. */
export interface ProbeWorld extends Probe {
  readonly url: string;
  /** Another process of the host within this one, closed with the world. */
  open(options?: Omit<ProbeOptions, "connectionString">): Probe;
  /** A worker within this process, stopped with the world. */
  work(options?: WorkerOptions & { readonly on?: Probe }): Promise<WorkerHandle>;
  /** A real process, ended with the world whatever happens. */
  spawn(order: ProbeOrder): ProbeProcess;
  start(start: ProbeStart): Promise<OperationRun>;
  now(run: OperationRun): Promise<OperationRun>;
  /** The run once it is completed; rejects after the limit with what it was then. */
  completed(run: OperationRun, withinMs: number): Promise<OperationRun>;
  events(run: OperationRun): Promise<readonly RunEvent[]>;
  kinds(run: OperationRun): Promise<readonly string[]>;
  job(run: OperationRun): Promise<JobRow | null>;
  /** The ids of the artifacts that the run made, in any scope. */
  artifacts(run: OperationRun): Promise<readonly string[]>;
  /** Resolves once a handler of the run has left the mark. */
  marked(run: OperationRun, word: string, withinMs: number): Promise<void>;
  sql<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** On the server's own database: it answers while the world's is cut off. */
  onServer(text: string, values?: readonly unknown[]): Promise<void>;
  violations(): Promise<readonly object[]>;
}

export async function openProbeWorld(
  options: Omit<ProbeOptions, "connectionString"> = {},
): Promise<ProbeWorld> {
  const { url, close: dropDatabase } = await startTestDatabase();
  await migrateDatabase({ connectionString: url });
  const probes: Probe[] = [];
  const workers: WorkerHandle[] = [];
  const processes: ProbeProcess[] = [];
  const open = (asked: Omit<ProbeOptions, "connectionString"> = options): Probe => {
    const probe = openProbe({ ...asked, connectionString: url });
    probes.push(probe);
    return probe;
  };
  const { settled, database } = open();
  const sql = async <Row>(text: string, values: readonly unknown[] = []) =>
    (await database.executeSql(text, values)).rows as readonly Row[];
  await sql(PROBE_TABLES);
  await settled.prepare();
  let started = 0;

  const world: ProbeWorld = {
    url,
    settled,
    database,
    open,
    sql,
    async work({ on = world, ...workerOptions } = {}) {
      const worker = await on.settled.work(workerOptions);
      workers.push(worker);
      return worker;
    },
    spawn(order) {
      const child = spawnProbe(url, order);
      processes.push(child);
      return child;
    },
    async start({ type = "probe.make", scope = SCOPE, key, steps = [] }) {
      started += 1;
      const input = { key: key ?? `probe-${started}`, steps };
      const initiator = { kind: "user", id: "chaos", name: "Chaos" } as const;
      const answer = await settled.start({ ...scope, type, input, initiator });
      if (answer.kind === "refused") throw new Error(`The start was refused: ${answer.because}`);
      return answer.run;
    },
    async now(run) {
      const found = await settled.reader.findRun(run.workspaceId, run.id);
      if (found === null) throw new Error("The run is gone.");
      return found;
    },
    completed: (run, withinMs) =>
      until(
        withinMs,
        () => world.now(run),
        ({ status }) => status === "completed",
      ),
    events: ({ workspaceId, id: runId }) =>
      settled.reader.listEvents({ workspaceId, runId, afterSequence: "0", limit: 200 }),
    kinds: async (run) => (await world.events(run)).map(({ kind }) => kind),
    async job(run) {
      const [job] = await sql<JobRow>(
        "select id, name, state, output from pgboss.job where id = $1 and name = $2",
        [run.id, run.operationType],
      );
      return job ?? null;
    },
    async artifacts(run) {
      const text = "select id from probe.artifacts where run_id = $1 order by id";
      return (await sql<{ id: string }>(text, [run.id])).map(({ id }) => id);
    },
    async marked(run, word, withinMs) {
      const text = "select 1 from probe.marks where run_id = $1 and word = $2";
      await until(
        withinMs,
        () => sql(text, [run.id, word]),
        ({ length }) => length > 0,
      );
    },
    onServer: (text, values = []) => onServer(text, values),
    async violations() {
      const reports = await checkInvariants({ executor: database, truthViews: TRUTH });
      if (!reports.some(({ examined }) => examined > 0)) throw new Error("No run was examined.");
      return reports.flatMap(({ invariant, violations }) =>
        violations.map((violation) => ({ invariant, ...violation })),
      );
    },
    async close() {
      for (const child of processes) child.kill("SIGKILL");
      await Promise.all(processes.map(({ ended }) => ended));
      await Promise.all(workers.map((worker) => worker.stop({ graceMs: STOP_GRACE_MS })));
      await Promise.all(probes.map((probe) => probe.close()));
      await dropDatabase();
    },
  };
  return world;
}

/** Looks until what was seen is as it should be; rejects after the limit with what was seen last. */
export async function until<Seen>(
  withinMs: number,
  look: () => Promise<Seen>,
  isRight: (seen: Seen) => boolean,
): Promise<Seen> {
  const deadlineMs = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (isRight(seen)) return seen;
    if (performance.now() > deadlineMs) {
      throw new Error(`Not within ${withinMs} ms: ${JSON.stringify(seen)}`);
    }
    await sleep(LOOK_EVERY_MS);
  }
}

async function onServer(text: string, values: readonly unknown[]): Promise<void> {
  const client = new Client({ connectionString: process.env["SETTLED_TEST_DATABASE_URL"] });
  await client.connect();
  try {
    await client.query(text, [...values]);
  } finally {
    await client.end();
  }
}
