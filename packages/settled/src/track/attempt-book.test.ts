import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { SILENT_LOGGER } from "../ports/logger.ts";
import type { OwnedRun } from "../ports/run-reader.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { ADA, exampleRun, LONG_MS, WORKER } from "../testing/exercise-run-store/exam-runs.ts";
import { createManualClock } from "../testing/manual-clock.ts";
import { createMemoryRunStore } from "../testing/memory-run-store.ts";
import { createAttemptBook, type OpenAttempt } from "./attempt-book.ts";

const WATCH_EVERY_MS = 2_000;

async function openBook(onLeftBehind: (run: OwnedRun) => Promise<void>) {
  const clock = createManualClock();
  const store = createMemoryRunStore({ clock });
  const leaseId = randomUUID();
  store.addLease(leaseId);
  const presence = {
    leaseId,
    lost: new AbortController().signal,
    release: () => Promise.resolve(),
  };
  const options = { reader: store, presence, clock, logger: SILENT_LOGGER, onLeftBehind };
  const book = createAttemptBook(options);
  const stopping = new AbortController();
  const watching = book.watch(stopping.signal);

  async function begun(): Promise<OperationRun> {
    const { run } = await store.insertRun(exampleRun(), ADA);
    const begin = { ownerId: leaseId, dueAfterMs: LONG_MS, actor: WORKER };
    const answer = await store.beginRun(run, begin);
    if (answer.kind === "refused") throw new Error("The run was not begun.");
    return answer.run;
  }
  function openAttempt(run: OperationRun, runWithinMs = LONG_MS): OpenAttempt {
    const { id: runId, attempt } = run;
    const abort = new AbortController();
    const open = { runId, attempt, runWithinMs, startedAtMs: clock.nowMs(), abort };
    book.open(open);
    return open;
  }
  return {
    clock,
    store,
    begun,
    openAttempt,
    async stop() {
      stopping.abort();
      await watching;
    },
  };
}

test("a run whose end takes for ever keeps no other run from hearing that it was cancelled", async () => {
  const left: string[] = [];
  const world = await openBook(({ id }) => {
    left.push(id);
    return new Promise(() => undefined);
  });
  const forgotten = await world.begun();
  const cancelled = await world.begun();
  const attempt = world.openAttempt(cancelled);
  await world.clock.advance(2 * WATCH_EVERY_MS);
  expect(left).toEqual([forgotten.id]);
  await world.store.requestCancel(cancelled, {}, ADA);
  await world.clock.advance(WATCH_EVERY_MS);
  expect(attempt.abort.signal.aborted).toBe(true);
  await world.clock.advance(3 * WATCH_EVERY_MS);
  expect(left).toEqual([forgotten.id]);
  await world.stop();
});

test("a run whose end could not be written is tried again", async () => {
  let tries = 0;
  const world = await openBook(() => {
    tries += 1;
    return Promise.reject(new Error("The database is away."));
  });
  await world.begun();
  await world.clock.advance(4 * WATCH_EVERY_MS);
  expect(tries).toBe(3);
  await world.stop();
});

test("an attempt over its time limit is told so while the database cannot be asked", async () => {
  const world = await openBook(() => Promise.resolve());
  const attempt = world.openAttempt(await world.begun(), WATCH_EVERY_MS);
  world.store.listOwnedRuns = () => Promise.reject(new Error("The database is away."));
  await world.clock.advance(2 * WATCH_EVERY_MS);
  expect(String(attempt.abort.signal.reason)).toContain("over its time limit");
  await world.stop();
});
