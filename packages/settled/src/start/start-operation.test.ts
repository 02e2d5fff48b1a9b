import { expect, test } from "vitest";
import { createOperationCatalog } from "../catalog/operation-catalog.ts";
import { RunLifecycle } from "../lifecycle/run-lifecycle.ts";
import type { EngineDriver } from "../ports/engine-driver.ts";
import { examOperation } from "../testing/exam-operation.ts";
import { ADA, exampleRun } from "../testing/exercise-run-store/exam-runs.ts";
import { createManualClock } from "../testing/manual-clock.ts";
import { createMemoryRunStore } from "../testing/memory-run-store.ts";
import { startOperation } from "./start-operation.ts";

const catalog = createOperationCatalog([
  { ...examOperation("letter.write", "letters"), formerTypes: ["letter.compose"] },
]);
const { workspaceId, environmentId } = exampleRun();
const letter = { type: "letter.write", input: {}, initiator: ADA, workspaceId, environmentId };

function desk(engine: { readonly transactional: boolean; readonly broken?: boolean }) {
  const store = createMemoryRunStore({ clock: createManualClock() });
  const faults = { reach: async () => undefined };
  const jobs: string[] = [];
  const driver = {
    transactional: engine.transactional,
    handOverOf: () => ({ job_class: "letter.write", queue: "letters", connection: "exam" }),
    async dispatch(_: unknown, runId: string) {
      if (engine.broken === true) throw new Error("the engine is away");
      jobs.push(runId);
    },
  } as unknown as EngineDriver;
  const lifecycle = new RunLifecycle({ writer: store, faults });
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  const options = { catalog, lifecycle, driver, transactions: store, faults, logger };
  const list = () => store.listRuns({ workspaceId, filter: {}, after: null, limit: 10 });
  return { start: (more = {}) => startOperation(options, { ...letter, ...more }), jobs, list };
}

test.each([true, false])(
  "one job is handed over for two starts (transactional: %s)",
  async (on) => {
    const { start, jobs } = desk({ transactional: on });
    const first = await start();
    const second = await start();
    if (first.kind !== "accepted" || second.kind !== "accepted") throw new Error("refused");
    expect([first.joined, second.joined]).toEqual([false, true]);
    expect(second.run.id).toBe(first.run.id);
    expect(jobs).toEqual([first.run.id]);
    expect(first.run.context.dispatch?.operation_run_id).toBe(first.run.id);
  },
);

test("a hand-over that fails leaves no run with a transactional engine", async () => {
  const { start, list } = desk({ transactional: true, broken: true });
  await expect(start()).rejects.toThrow("the engine is away");
  expect((await list()).runs).toEqual([]);
});

test("a hand-over that fails leaves the run undispatched with any other engine", async () => {
  const { start } = desk({ transactional: false, broken: true });
  const answer = await start();
  expect(answer).toMatchObject({ kind: "accepted", run: { status: "queued", context: {} } });
});

test.each([
  [{ type: "letter.burn" }, { because: "unknown_operation", known: ["letter.write"] }],
  [{ type: "letter.compose" }, { because: "renamed_operation", canonical: "letter.write" }],
  [{ input: "x".repeat(262_145) }, { because: "input_too_large" }],
  [{ input: 1n }, { because: "invalid_input" }],
  [
    { input: { context: { reconciliation: 1 } } },
    { faults: [{ pointer: "/context/reconciliation" }] },
  ],
])("a start that cannot be accepted stores nothing: %#", async (more, refusal) => {
  const { start, list } = desk({ transactional: true });
  expect(await start(more)).toMatchObject({ kind: "refused", ...refusal });
  expect((await list()).runs).toEqual([]);
});
