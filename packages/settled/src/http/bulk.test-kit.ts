import { createSettled } from "../create-settled.ts";
import type { AccessPolicy } from "../ports/access-policy.ts";
import type { Delivery, JobState } from "../ports/engine-driver.ts";
import { migrateDatabase } from "../postgres/migrate.ts";
import { CORRELATION_VERSION } from "../run/dispatch-record.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { asRunId, type EnvironmentId, type RunId } from "../run/scope.ts";
import { startTestDatabase } from "../testing/test-database.ts";
import { createHttpHandler } from "./create-http-handler.ts";
import {
  API,
  CONTOSO,
  IDLE_ENGINE,
  MARIA,
  members,
  NORTH,
  post,
  REVIEW,
  reviewOperations,
} from "./http.test-kit.ts";

export type BulkWorld = Awaited<ReturnType<typeof openBulkWorld>>;

export interface VerdictJson {
  readonly verdict: string;
  readonly count: number;
  readonly examples: readonly { readonly id: string }[];
}

export interface BulkAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

/** Settled on PostgreSQL with actions on many, and a worker to whom the test delivers the jobs. */
export async function openBulkWorld() {
  const database = await startTestDatabase();
  const { url: connectionString } = database;
  await migrateDatabase({ connectionString });
  let deliver: (delivery: Delivery) => Promise<void> = () =>
    Promise.reject(new Error("No worker."));
  let job: JobState = "waiting";
  let onTarget: () => Promise<void> = () => Promise.resolve();
  const settled = createSettled({
    postgres: { connectionString },
    operations: reviewOperations(new Map()),
    bulk: true,
    engine: {
      ...IDLE_ENGINE,
      jobStateOf: () => Promise.resolve(job),
      work: (options) => {
        ({ deliver } = options);
        return Promise.resolve({ stop: () => Promise.resolve() });
      },
    },
    faults: { reach: (point) => (point === "bulk.after_target" ? onTarget() : Promise.resolve()) },
  });
  const worker = await settled.work({ sweep: false });
  const handlerWith = (policy: AccessPolicy) =>
    createHttpHandler({ settled, resolveActor: () => Promise.resolve(MARIA), policy });
  const handler = handlerWith(members());
  const find = async (id: RunId): Promise<OperationRun> => {
    const run = await settled.reader.findRun(NORTH, id);
    if (run === null) throw new Error("The run is gone.");
    return run;
  };
  return {
    settled,
    handler,
    handlerWith,
    find,
    async start(
      environmentId: EnvironmentId | null = CONTOSO,
      month: string = crypto.randomUUID(),
    ): Promise<OperationRun> {
      const scope = { workspaceId: NORTH, environmentId };
      const asked = { ...scope, type: REVIEW, input: { month }, initiator: MARIA };
      const answer = await settled.start(asked);
      if (answer.kind === "refused") throw new Error(answer.because);
      return answer.run;
    },
    async ended(environmentId?: EnvironmentId | null, month?: string): Promise<OperationRun> {
      const run = await this.start(environmentId, month);
      const answer = await settled.cancel(run, MARIA);
      if (answer.kind === "refused") throw new Error(answer.because);
      return answer.run;
    },
    async bulk(body: object, given: { policy?: AccessPolicy; key?: string } = {}) {
      const handle = given.policy === undefined ? handler : handlerWith(given.policy);
      const headers = given.key === undefined ? {} : { "idempotency-key": given.key };
      const answer = await handle(post(`${API}/runs:bulk`, body, headers));
      const told = (await answer.json()) as Readonly<Record<string, unknown>>;
      return { status: answer.status, body: told, headers: answer.headers } satisfies BulkAnswer;
    },
    /** Lets the worker execute the run that a bulk answer tells of, and finds how it ended. */
    async execute({ body }: BulkAnswer): Promise<OperationRun> {
      const run = await find(asRunId(String(body["id"])));
      const { job_class: jobClass = "", queue = "" } = run.context.dispatch ?? {};
      const payload = { operation_run_id: run.id, correlation_version: CORRELATION_VERSION };
      await deliver({ jobClass, queue, payload, signal: new AbortController().signal });
      return find(run.id);
    },
    /** What the engine says of every job. */
    jobsAre: (state: JobState) => void (job = state),
    /** What happens after each target that the worker has acted on. */
    afterTarget: (work: () => Promise<void>) => void (onTarget = work),
    eventsOf: ({ id }: { readonly id: RunId }) =>
      settled.reader.listEvents({
        workspaceId: NORTH,
        runId: id,
        afterSequence: "0",
        limit: 200,
      }),
    async close() {
      await worker.stop({ graceMs: 0 });
      await settled.close();
      await database.close();
    },
  };
}

/** How many of each verdict. */
export function countsIn(told: unknown): Readonly<Record<string, number>> {
  const { verdicts } = told as { verdicts: readonly VerdictJson[] };
  return Object.fromEntries(verdicts.map(({ verdict, count }) => [verdict, count]));
}
