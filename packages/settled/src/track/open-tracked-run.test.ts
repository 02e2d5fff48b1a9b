import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { RunLifecycle } from "../lifecycle/run-lifecycle.ts";
import { NO_FAULTS } from "../ports/fault-points.ts";
import { SettledError } from "../run/settled-error.ts";
import { examOperation } from "../testing/exam-operation.ts";
import {
  ADA,
  attemptOf,
  exampleRun,
  LONG_MS,
  WORKER,
} from "../testing/exercise-run-store/exam-runs.ts";
import { createManualClock } from "../testing/manual-clock.ts";
import { createMemoryRunStore } from "../testing/memory-run-store.ts";
import { openTrackedRun } from "./open-tracked-run.ts";

async function begun() {
  const clock = createManualClock();
  const store = createMemoryRunStore({ clock });
  const ownerId = randomUUID();
  store.addLease(ownerId);
  const { run: queued } = await store.insertRun(exampleRun(), ADA);
  const answer = await store.beginRun(queued, { ownerId, dueAfterMs: LONG_MS, actor: WORKER });
  if (answer.kind === "refused") throw new Error("The run was not begun.");
  const { run } = answer;
  const abort = new AbortController();
  const lifecycle = new RunLifecycle({ writer: store, faults: NO_FAULTS });
  const options = { lifecycle, reader: store, transactions: store, faults: NO_FAULTS, clock };
  const operation = examOperation("letter.write", "letters");
  const begun = { run, ref: attemptOf(run), abort };
  const { tracked } = openTrackedRun({ ...options, actor: WORKER }, operation, begun);
  return { store, tracked, run, ownerId };
}

test("progress that the database cannot take is let go, and the handler works on", async () => {
  const { store, tracked } = await begun();
  store.recordProgress = () =>
    Promise.reject(new SettledError("database_unavailable", "The database is away."));
  await tracked.progress({ done: 1 });
  expect(tracked.signal.aborted).toBe(false);
});

test("progress of an attempt that lost its run is refused, and its handler told to stop", async () => {
  const { store, tracked, run, ownerId } = await begun();
  store.expireLease(ownerId);
  const second = randomUUID();
  store.addLease(second);
  await store.beginRun(run, { ownerId: second, dueAfterMs: LONG_MS, actor: WORKER });
  await expect(tracked.progress({ done: 1 })).rejects.toMatchObject({ code: "run_fenced" });
  expect(tracked.signal.aborted).toBe(true);
});
