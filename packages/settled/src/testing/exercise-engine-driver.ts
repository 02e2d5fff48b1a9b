import assert from "node:assert/strict";
import { SYSTEM_CLOCK } from "../ports/clock.ts";
import { CORRELATION_VERSION } from "../run/dispatch-record.ts";
import {
  type EngineDriverWorld,
  eventually,
  type ExamDesk,
  openExamDesk,
} from "./engine-driver-desk.ts";
import { exerciseErrandDriver } from "./exercise-errand-driver.ts";
import { POISON_ERRORS } from "./poison-errors.ts";

export type { EngineDriverWorld };

export interface ExerciseEngineDriverOptions {
  /** The `test` of vitest and of Node both fit. */
  readonly test: (name: string, body: () => Promise<void>) => unknown;
  readonly makeWorld: () => Promise<EngineDriverWorld>;
}

type Exam = (name: string, body: (desk: ExamDesk) => Promise<void>) => void;

/** Long enough for a second delivery to show itself, if there were one. */
const QUIET_MS = 1_500;
/** Sooner than any engine's own rescue of a stuck job, which would hide that the error was not stored. */
const ENDS_WITHIN_MS = 5_000;

/** The exam that every driver passes: what the library leans on, told as an operator would. */
export function exerciseEngineDriver({ test, makeWorld }: ExerciseEngineDriverOptions): void {
  const exam: Exam = (name, body) => {
    test(name, async () => {
      const desk = await openExamDesk(await makeWorld());
      try {
        await body(desk);
      } finally {
        await desk.close();
      }
    });
  };
  examineDispatch(exam);
  examineDelivery(exam);
  examineFailure(exam);
  examineStop(exam);
  examineLoss(exam);
  exerciseErrandDriver({ test, makeWorld });
}

function examineDispatch(exam: Exam): void {
  exam("preparing again, and many at once, changes nothing and harms nothing", async (desk) => {
    const run = await desk.dispatchedRun();
    await Promise.all(Array.from({ length: 5 }, () => desk.driver.prepare(desk.catalog)));
    assert.equal(await desk.driver.jobStateOf(run), "waiting");
  });

  exam("a job handed over in a transaction that rolls back was never there", async (desk) => {
    const { driver, executor, operation } = desk;
    assert.equal(driver.transactional, executor !== null);
    if (executor === null) return;
    const run = desk.newRun();
    const changeOfMind = executor.transaction(async (tx) => {
      await driver.dispatch(operation, run.id, tx);
      throw new Error("the caller changed its mind");
    });
    await assert.rejects(changeOfMind, /changed its mind/);
    assert.equal(await driver.jobStateOf(run), "missing");
    await executor.transaction((tx) => driver.dispatch(operation, run.id, tx));
    assert.equal(await driver.jobStateOf(run), "waiting");
  });

  exam("handing a run over twice is one job, also after that job has ended", async (desk) => {
    const { driver, executor, operation } = desk;
    const run = await desk.dispatchedRun();
    await driver.dispatch(operation, run.id);
    // The second sending must not spoil the caller's transaction either.
    await executor?.transaction(async (tx) => {
      await driver.dispatch(operation, run.id, tx);
      await tx.executeSql("select 1");
    });
    const worker = await desk.work({ concurrency: 3 });
    await desk.eventuallyState(run, "finished");
    await driver.dispatch(operation, run.id);
    await SYSTEM_CLOCK.sleep(QUIET_MS);
    assert.equal(worker.deliveries.length, 1);
    assert.equal(await driver.jobStateOf(run), "finished");
  });

  exam("a job carries the run's id and the correlation version, and nothing else", async (desk) => {
    const run = await desk.dispatchedRun();
    const worker = await desk.work();
    await desk.eventuallyState(run, "finished");
    assert.deepEqual(worker.deliveries[0]?.payload, {
      operation_run_id: run.id,
      correlation_version: CORRELATION_VERSION,
    });
  });

  exam("a job that is withdrawn is never delivered; withdrawing again is quiet", async (desk) => {
    const run = await desk.dispatchedRun();
    await desk.driver.withdraw(run);
    await desk.driver.withdraw(run);
    assert.equal(await desk.driver.jobStateOf(run), "missing");
    const worker = await desk.work();
    await SYSTEM_CLOCK.sleep(QUIET_MS);
    assert.equal(worker.deliveries.length, 0);
  });
}

function examineDelivery(exam: Exam): void {
  exam("a job waits, is active while it is worked, and is finished afterwards", async (desk) => {
    const run = await desk.dispatchedRun();
    assert.equal(await desk.driver.jobStateOf(run), "waiting");
    const gate = Promise.withResolvers<void>();
    const worker = await desk.work({ deliver: () => gate.promise });
    await desk.eventuallyState(run, "active");
    // Neither of these may touch a job at work.
    await desk.driver.withdraw(run);
    await desk.driver.redispatch(desk.operation, run.id);
    assert.equal(await desk.driver.jobStateOf(run), "active");
    assert.equal(worker.deliveries[0]?.signal.aborted, false);
    gate.resolve();
    await desk.eventuallyState(run, "finished");
    assert.equal(worker.deliveries.length, 1);
  });

  exam("a job is delivered under the names that its run remembers", async (desk) => {
    const run = await desk.dispatchedRun();
    const worker = await desk.work();
    await desk.eventuallyState(run, "finished");
    const { jobClass, queue } = worker.deliveries[0] ?? {};
    assert.equal(jobClass, run.context.dispatch?.job_class);
    assert.equal(queue, run.context.dispatch?.queue);
  });

  exam("each of many jobs is delivered once, also by two workers at a time", async (desk) => {
    const runs = await Promise.all(Array.from({ length: 40 }, () => desk.dispatchedRun()));
    const workers = [await desk.work({ concurrency: 3 }), await desk.work({ concurrency: 3 })];
    await Promise.all(runs.map((run) => desk.eventuallyState(run, "finished")));
    const seen = workers.flatMap(({ deliveries }) =>
      deliveries.map(({ payload }) => (payload as { operation_run_id: string }).operation_run_id),
    );
    assert.deepEqual(seen.sort(), runs.map(({ id }) => id as string).sort());
  });
}

function examineFailure(exam: Exam): void {
  exam(
    "a job whose handler rejects is failed, and the failed-job bridge hears of it",
    async (desk) => {
      const run = await desk.dispatchedRun();
      const worker = await desk.work({ deliver: () => Promise.reject(new Error("no luck")) });
      await desk.eventuallyState(run, "failed");
      await eventually("the bridge hears", () =>
        worker.failedJobs.length === 1 ? null : "silence",
      );
      const [delivered, failed] = [worker.deliveries[0], worker.failedJobs[0]];
      assert.deepEqual(failed?.payload, delivered?.payload);
      assert.equal(failed?.jobClass, delivered?.jobClass);
      assert.equal(failed?.queue, delivered?.queue);
      assert.equal(worker.deliveries.length, 1);
    },
  );

  exam("a failed job that could not be told of is told of again", async (desk) => {
    const run = await desk.dispatchedRun();
    const worker = await desk.work({
      deliver: () => Promise.reject(new Error("no luck")),
      onFailedJob: () => Promise.reject(new Error("nobody listens\u0000")),
    });
    await desk.eventuallyState(run, "failed");
    await eventually("the bridge hears twice", () =>
      worker.failedJobs.length >= 2 ? null : `${worker.failedJobs.length} times`,
    );
    assert.deepEqual(worker.failedJobs[1]?.payload, worker.failedJobs[0]?.payload);
  });

  for (const [poison, makeError] of Object.entries(POISON_ERRORS)) {
    exam(`a handler that throws ${poison} ends its job, and the worker lives on`, async (desk) => {
      let poisoned = true;
      const run = await desk.dispatchedRun();
      const worker = await desk.work({
        deliver: async () => {
          if (poisoned) throw makeError();
        },
      });
      await desk.eventuallyState(run, "failed", ENDS_WITHIN_MS);
      await eventually("the bridge hears", () => (worker.failedJobs.length > 0 ? null : "silence"));
      poisoned = false;
      await desk.eventuallyState(await desk.dispatchedRun(), "finished");
    });
  }

  exam("a failed job that is handed over anew is delivered again", async (desk) => {
    const { driver, executor, operation } = desk;
    let broken = true;
    const run = await desk.dispatchedRun();
    const worker = await desk.work({
      deliver: async () => {
        if (broken) throw new Error("no luck");
      },
    });
    await desk.eventuallyState(run, "failed");
    broken = false;
    if (executor === null) await driver.redispatch(operation, run.id);
    else await executor.transaction((tx) => driver.redispatch(operation, run.id, tx));
    await desk.eventuallyState(run, "finished");
    assert.equal(worker.deliveries.length, 2);
  });
}

function examineStop(exam: Exam): void {
  exam("a worker that stops lets the running job end and takes no other", async (desk) => {
    const run = await desk.dispatchedRun();
    const gate = Promise.withResolvers<void>();
    const worker = await desk.work({ deliver: () => gate.promise });
    await desk.eventuallyState(run, "active");
    const left = await desk.dispatchedRun();
    let stopped = false;
    const stopping = worker.stop({ graceMs: 10_000 }).then(() => (stopped = true));
    await SYSTEM_CLOCK.sleep(QUIET_MS);
    assert.equal(stopped, false);
    gate.resolve();
    await stopping;
    assert.equal(await desk.driver.jobStateOf(run), "finished");
    assert.equal(await desk.driver.jobStateOf(left), "waiting");
  });

  exam("a worker waits no longer than its grace, and tells the job so", async (desk) => {
    const run = await desk.dispatchedRun();
    const gate = Promise.withResolvers<void>();
    const worker = await desk.work({ deliver: () => gate.promise });
    await desk.eventuallyState(run, "active");
    const startedMs = SYSTEM_CLOCK.nowMs();
    await worker.stop({ graceMs: 300 });
    assert.ok(SYSTEM_CLOCK.nowMs() - startedMs < 1_500);
    assert.equal(worker.deliveries[0]?.signal.aborted, true);
    gate.resolve();
  });
}

function examineLoss(exam: Exam): void {
  exam(
    "a job that was deleted behind our back is missing, and can be handed over anew",
    async (desk) => {
      const run = await desk.dispatchedRun();
      await desk.loseJob(run);
      assert.equal(await desk.driver.jobStateOf(run), "missing");
      await desk.driver.redispatch(desk.operation, run.id);
      assert.equal(await desk.driver.jobStateOf(run), "waiting");
    },
  );

  exam("a run that was never handed over has no job", async (desk) => {
    const run = desk.newRun();
    assert.equal(await desk.driver.jobStateOf(run), "missing");
    assert.equal(await desk.driver.jobStateOf({ ...run, context: {} }), "missing");
  });

  exam("an engine that cannot be reached says unknown, and refuses work", async (desk) => {
    const driver = desk.makeUnreachableDriver();
    const run = await desk.dispatchedRun();
    assert.equal(await driver.jobStateOf(run), "unknown");
    await assert.rejects(driver.dispatch(desk.operation, run.id), { code: "engine_unavailable" });
    await driver.close();
    assert.equal(await driver.jobStateOf(run), "unknown");
  });
}
