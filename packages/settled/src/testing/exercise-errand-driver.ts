import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { SYSTEM_CLOCK } from "../ports/clock.ts";
import type { EngineWorker } from "../ports/engine-worker.ts";
import type {
  ErrandDelivery,
  ErrandDriver,
  ErrandQueue,
  ErrandWork,
} from "../ports/errand-driver.ts";
import type { TransactionRunner } from "../ports/sql-executor.ts";
import { type EngineDriverWorld, eventually } from "./engine-driver-desk.ts";

interface ErrandDesk {
  readonly errands: ErrandDriver;
  readonly executor: TransactionRunner | null;
  readonly queue: ErrandQueue;
  send(
    name: string,
    changes?: { group?: string; triesMax?: number; key?: string },
  ): Promise<string>;
  work(
    work: Partial<ErrandWork>,
  ): Promise<{ readonly carried: ErrandDelivery[]; readonly givenUp: unknown[] }>;
}

type Exam = (name: string, body: (desk: ErrandDesk) => Promise<void>) => void;

const QUIET_MS = 1_500;
const CLOSING_GRACE_MS = 1_000;

/** The part of the exam of drivers that is about jobs that are no runs; an engine without them has nothing to show. */
export function exerciseErrandDriver(options: {
  readonly test: (name: string, body: () => Promise<void>) => unknown;
  readonly makeWorld: () => Promise<EngineDriverWorld>;
}): void {
  const exam: Exam = (name, body) => {
    options.test(name, async () => {
      const world = await options.makeWorld();
      const workers: EngineWorker[] = [];
      try {
        const { errands } = world.driver;
        if (errands !== undefined) await body(await openErrandDesk(world, errands, workers));
      } finally {
        await Promise.all(workers.map((worker) => worker.stop({ graceMs: CLOSING_GRACE_MS })));
        await world.driver.close();
        await world.close();
      }
    });
  };

  exam("an errand is carried out once, however often it is sent by one key", async (desk) => {
    const key = await desk.send("letter");
    await desk.send("letter", { key });
    const { carried } = await desk.work({});
    await eventually("it is carried out", () => (carried.length > 0 ? null : "silence"));
    await desk.send("letter", { key });
    await SYSTEM_CLOCK.sleep(QUIET_MS);
    assert.deepEqual(
      carried.map(({ payload }) => payload),
      [{ name: "letter" }],
    );
  });

  exam("an errand sent in a transaction that rolls back was never there", async (desk) => {
    const { errands, executor, queue } = desk;
    if (executor === null) return;
    const errand = { key: randomUUID(), payload: { name: "regret" }, group: "one" };
    const changeOfMind = executor.transaction(async (tx) => {
      await errands.send(queue, errand, tx);
      throw new Error("the caller changed its mind");
    });
    await assert.rejects(changeOfMind, /changed its mind/);
    const { carried } = await desk.work({});
    await executor.transaction((tx) => errands.send(queue, { ...errand, key: randomUUID() }, tx));
    await eventually("the other one is carried out", () => (carried.length > 0 ? null : "silence"));
    await SYSTEM_CLOCK.sleep(QUIET_MS);
    assert.equal(carried.length, 1);
  });

  exam(
    "an errand that fails is tried again until its last try, then told of as given up",
    async (desk) => {
      await desk.send("stubborn");
      const { carried, givenUp } = await desk.work({
        carryOut: () => Promise.reject(new Error("no luck\u0000")),
      });
      await eventually("it is given up", () => (givenUp.length > 0 ? null : "silence"));
      assert.deepEqual(givenUp, [{ name: "stubborn" }]);
      assert.deepEqual(
        carried.map(({ isLastTry }) => isLastTry),
        [false, false, true],
      );
    },
  );

  exam("an errand may allow fewer tries than its queue", async (desk) => {
    await desk.send("once", { triesMax: 1 });
    const { carried, givenUp } = await desk.work({
      carryOut: () => Promise.reject(new Error("no luck")),
    });
    await eventually("it is given up", () => (givenUp.length > 0 ? null : "silence"));
    assert.deepEqual(
      carried.map(({ isLastTry }) => isLastTry),
      [true],
    );
  });

  exam("errands of one group leave places for those of others", async (desk) => {
    for (let sent = 0; sent < 6; sent += 1) await desk.send(`slow ${sent}`, { group: "slow" });
    await desk.send("quick", { group: "quick" });
    const gate = Promise.withResolvers<void>();
    const { carried } = await desk.work({
      concurrency: 3,
      concurrencyOfGroup: 2,
      carryOut: ({ payload }) =>
        JSON.stringify(payload).includes("slow") ? gate.promise : Promise.resolve(),
    });
    await eventually("the quick one is carried out", () =>
      carried.some(({ payload }) => JSON.stringify(payload).includes("quick"))
        ? null
        : `${carried.length} are under way`,
    );
    gate.resolve();
    await eventually("all are", () => (carried.length === 7 ? null : `${carried.length} are`));
  });
}

async function openErrandDesk(
  world: EngineDriverWorld,
  errands: ErrandDriver,
  workers: EngineWorker[],
): Promise<ErrandDesk> {
  const queue: ErrandQueue = {
    name: `errands-${randomUUID()}`,
    triesMax: 3,
    firstWaitSeconds: 1,
    waitSecondsMax: 1,
    tryWithinSeconds: 60,
  };
  await Promise.all([errands.prepare(queue), errands.prepare(queue)]);
  return {
    errands,
    executor: world.executor,
    queue,
    async send(name, { group = "one", key = randomUUID(), ...changes } = {}) {
      await errands.send(queue, { key, payload: { name }, group, ...changes });
      return key;
    },
    async work(work) {
      const carried: ErrandDelivery[] = [];
      const givenUp: unknown[] = [];
      const worker = await errands.work(queue, {
        concurrency: work.concurrency ?? 2,
        concurrencyOfGroup: work.concurrencyOfGroup ?? 2,
        async carryOut(delivery) {
          carried.push(delivery);
          await work.carryOut?.(delivery);
        },
        onGivenUp: (payload) => Promise.resolve(void givenUp.push(payload)),
      });
      workers.push(worker);
      return { carried, givenUp };
    },
  };
}
