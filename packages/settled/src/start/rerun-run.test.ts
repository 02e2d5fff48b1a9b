import { expect, test } from "vitest";
import { createOperationCatalog } from "../catalog/operation-catalog.ts";
import { RunLifecycle } from "../lifecycle/run-lifecycle.ts";
import type { EngineDriver } from "../ports/engine-driver.ts";
import { examOperation } from "../testing/exam-operation.ts";
import { ADA, exampleRun } from "../testing/exercise-run-store/exam-runs.ts";
import { createManualClock } from "../testing/manual-clock.ts";
import { createMemoryRunStore } from "../testing/memory-run-store.ts";
import { cancelRun } from "./cancel-run.ts";
import { rerunRun } from "./rerun-run.ts";
import { startOperation } from "./start-operation.ts";

const { workspaceId, environmentId } = exampleRun();
const BEN = { kind: "user", id: "ben", name: "Ben" } as const;

async function world() {
  const store = createMemoryRunStore({ clock: createManualClock() });
  const faults = { reach: async () => undefined };
  const driver = {
    transactional: true,
    handOverOf: () => ({ job_class: "letter.write", queue: "letters", connection: "exam" }),
    dispatch: async () => undefined,
    withdraw: async () => undefined,
  } as unknown as EngineDriver;
  const lifecycle = new RunLifecycle({ writer: store, faults });
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  const catalog = createOperationCatalog([examOperation("letter.write", "letters")]);
  const options = { catalog, lifecycle, driver, transactions: store, faults, logger };
  const scope = { workspaceId, environmentId };
  const start = { ...scope, type: "letter.write", input: { to: "Ada" }, initiator: ADA };
  const answer = await startOperation(options, start);
  if (answer.kind !== "accepted") throw new Error(answer.because);
  const { run } = answer;
  const now = async () => {
    const found = await store.findRun(workspaceId, run.id);
    if (found === null) throw new Error("the run is gone");
    return found;
  };
  return {
    store,
    run,
    now,
    cancel: () => cancelRun({ ...options, reader: store }, { workspaceId, id: run.id }, ADA),
    rerun: async (more = {}, known = catalog) =>
      rerunRun({ ...options, catalog: known }, { run: await now(), initiator: BEN, ...more }),
  };
}

test("a settled run is done again as a new run with the same input, and stays as it was", async () => {
  const { store, run, cancel, rerun, now } = await world();
  await cancel();
  const before = await now();
  const answer = await rerun({ because: "it is wanted after all" });
  if (answer.kind !== "accepted") throw new Error(answer.because);
  expect(answer).toMatchObject({ joined: false, run: { rerunOf: run.id, initiator: BEN } });
  expect(answer.run.input).toEqual({ to: "Ada" });
  expect(answer.run.environmentId).toBe(environmentId);
  expect(await now()).toEqual(before);
  const place = { workspaceId, runId: answer.run.id, afterSequence: "0", limit: 1 };
  const [created] = await store.listEvents(place);
  expect(created).toMatchObject({ actor: BEN, detail: { because: "it is wanted after all" } });
});

test("several reruns at once are one new run", async () => {
  const { cancel, rerun } = await world();
  await cancel();
  const answers = await Promise.all(Array.from({ length: 20 }, () => rerun()));
  const runs = new Set(answers.map((answer) => ("run" in answer ? answer.run.id : "none")));
  expect([...runs]).not.toContain("none");
  expect(runs.size).toBe(1);
  expect(answers.filter((answer) => "joined" in answer && !answer.joined)).toHaveLength(1);
});

test("a run that is not settled is not done again", async () => {
  const { rerun } = await world();
  expect(await rerun()).toEqual({ kind: "refused", because: "not_settled" });
});

test("a run of an operation that is not known any more is not done again", async () => {
  const { rerun, cancel } = await world();
  await cancel();
  expect(await rerun({}, createOperationCatalog([]))).toEqual({
    kind: "refused",
    because: "operation_not_known",
  });
});

test("a run whose input the operation does not take any more is not done again", async () => {
  const { rerun, cancel } = await world();
  await cancel();
  const issues = [{ message: "is no letter" }];
  const input = {
    "~standard": { version: 1, vendor: "exam", validate: () => ({ issues }) },
  } as const;
  const letter = { ...examOperation("letter.write", "letters"), input };
  expect(await rerun({}, createOperationCatalog([letter]))).toEqual({
    kind: "refused",
    because: "input_outdated",
  });
});
