import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { RunWriter } from "../ports/run-writer.ts";
import type { Conclusion } from "../run/conclusion.ts";
import {
  ADA,
  attemptOf,
  exampleRun,
  SWEEPER,
  WORKER,
} from "../testing/exercise-run-store/exam-runs.ts";
import { createManualClock } from "../testing/manual-clock.ts";
import { createMemoryRunStore } from "../testing/memory-run-store.ts";
import { RunLifecycle } from "./run-lifecycle.ts";

const conclusion: Conclusion = {
  adapter: "letter",
  decision: "failed",
  reason: "nothing_produced",
  trigger: "went_silent",
  related: null,
  checks: [],
  decidedBy: "sweeper-1",
};
const quiet = { summary: null, detail: {}, dueAfterMs: null, actor: SWEEPER };

function world(change: (writer: RunWriter) => Partial<RunWriter> = () => ({})) {
  const store = createMemoryRunStore({ clock: createManualClock() });
  const writer = { ...store, ...change(store) };
  const lifecycle = new RunLifecycle({ writer, faults: { reach: async () => undefined } });
  async function queued() {
    return (await lifecycle.create(exampleRun())).run;
  }
  async function running() {
    const ownerId = randomUUID();
    store.addLease(ownerId);
    const options = { ownerId, runWithinMs: 1_000, actor: WORKER };
    const seen = await queued();
    const answer = await lifecycle.begin(seen, options);
    if (answer.kind !== "begun") throw new Error("the run was not begun");
    return { run: answer.run, seen, options };
  }
  async function kinds({ workspaceId, id }: Awaited<ReturnType<typeof queued>>) {
    const from = { workspaceId, runId: id, afterSequence: "0", limit: 100 };
    return (await store.listEvents(from)).map(({ kind }) => kind).join(" ");
  }
  return { store, lifecycle, queued, running, kinds };
}

test("a run that is begun twice by one worker is begun once", async () => {
  const { lifecycle, running, kinds } = world();
  const { run, seen, options } = await running();
  expect(await lifecycle.begin(seen, options)).toEqual({ kind: "begun", run });
  expect(await kinds(run)).toBe("created begun");
});

test("a report that is given twice is one; another one comes late and is kept", async () => {
  const { lifecycle, running, kinds } = world();
  const { run } = await running();
  const failed = { outcome: "failed" } as const;
  const first = await lifecycle.finish(attemptOf(run), failed, WORKER);
  expect(first.kind).toBe("finished");
  expect(await lifecycle.finish(attemptOf(run), failed, WORKER)).toEqual(first);
  expect(await kinds(run)).toBe("created begun finished");
  const late = await lifecycle.finish(attemptOf(run), { outcome: "succeeded" }, WORKER);
  expect(late).toMatchObject({ kind: "late", current: { outcome: "failed" } });
  expect(await kinds(run)).toBe("created begun finished late_report");
});

test("a cancellation whose answer was lost is told as done", async () => {
  const { lifecycle, queued, kinds } = world((writer) => ({
    async cancelRun(...given) {
      await writer.cancelRun(...given);
      return writer.cancelRun(...given);
    },
  }));
  const run = await queued();
  const answer = await lifecycle.cancel(run, ADA);
  expect(answer).toMatchObject({ kind: "cancelled", run: { outcome: "cancelled" } });
  expect(await kinds(run)).toBe("created cancelled");
});

test("a decision that is given twice is one event and the same bytes", async () => {
  const { lifecycle, queued, kinds, store } = world();
  const run = await queued();
  const first = await lifecycle.reconcile(run, conclusion, quiet);
  const before = JSON.stringify(await store.findRun(run.workspaceId, run.id));
  expect(first.kind).toBe("reconciled");
  expect((await lifecycle.reconcile(run, conclusion, quiet)).kind).toBe("unchanged");
  expect(JSON.stringify(await store.findRun(run.workspaceId, run.id))).toBe(before);
  expect(await kinds(run)).toBe("created reconciled");
});

test("what the database cannot hold never stops a run from being settled", async () => {
  const { lifecycle, queued } = world();
  const answer = await lifecycle.reconcile(await queued(), conclusion, {
    ...quiet,
    detail: { poison: "a\u0000b" },
  });
  expect(answer).toMatchObject({ kind: "reconciled", run: { outcome: "failed" } });
  if (answer.kind !== "reconciled") return;
  expect(answer.run.context.reconciliation?.reason).toBe("resolved_without_detail");
});

test("an artifact id that the database cannot hold does not stop it either", async () => {
  const { lifecycle, queued } = world();
  const related = { type: "letter", id: "a\ud800" };
  const answer = await lifecycle.reconcile(await queued(), { ...conclusion, related }, quiet);
  expect(answer.kind).toBe("reconciled");
});

test("cancelling ends a queued run, asks a running one once, and leaves a completed one", async () => {
  const { lifecycle, queued, running, kinds } = world();
  const ended = await lifecycle.cancel(await queued(), ADA);
  expect(ended).toMatchObject({ kind: "cancelled", run: { outcome: "cancelled" } });
  const { run } = await running();
  const asked = await lifecycle.cancel(run, ADA);
  if (asked.kind !== "requested" || ended.kind !== "cancelled") throw new Error("not asked");
  expect((await lifecycle.cancel(asked.run, ADA)).kind).toBe("already_requested");
  expect(await kinds(run)).toBe("created begun cancel_requested");
  expect((await lifecycle.cancel(ended.run, ADA)).kind).toBe("refused");
});
