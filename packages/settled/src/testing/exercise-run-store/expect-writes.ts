import assert from "node:assert/strict";
import { PAGE_SIZE_MAX } from "../../ports/run-reader.ts";
import type { WriteAnswer } from "../../ports/run-writer.ts";
import { isLegalMove } from "../../run/legal-moves.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import type { RunEvent, RunEventKind, RunPosition } from "../../run/run-event.ts";
import type { RunStoreWorld } from "./run-store-world.ts";

const NEARLY_MS = 250;

interface Expectation {
  readonly world: RunStoreWorld;
  readonly before: OperationRun;
  /** The kind of the one line that the write adds; null = none. */
  readonly event: RunEventKind | null;
}

/** The write succeeds: the version grows by one, what is answered is what stands, and its event tells the move. */
export async function expectWritten(
  { world, before, event }: Expectation,
  write: () => Promise<WriteAnswer>,
): Promise<OperationRun> {
  const eventsBefore = await eventsOf(world, before);
  const answer = await write();
  assert.equal(answer.kind, "written", "the write was refused");
  assert.ok(answer.kind === "written");
  const { run } = answer;
  assert.deepEqual(await world.reader.findRun(run.workspaceId, run.id), run);
  assert.equal(run.version, before.version + 1, "every write bumps the version");
  assert.equal(run.outcome === null, run.status !== "completed");
  const lines = (await eventsOf(world, before)).slice(eventsBefore.length);
  assert.deepEqual(
    lines.map((line) => line.kind),
    event === null ? [] : [event],
  );
  for (const line of lines) expectTells(line, before, run);
  return run;
}

/** The write is refused: it answers what stands, and nothing has changed. */
export async function expectRefused(
  world: RunStoreWorld,
  standing: OperationRun,
  write: () => Promise<WriteAnswer>,
): Promise<void> {
  const eventsBefore = await eventsOf(world, standing);
  const answer = await write();
  assert.equal(answer.kind, "refused", "the write was not refused");
  assert.ok(answer.kind === "refused");
  assert.deepEqual(answer.current, standing);
  assert.deepEqual(await standingOf(world, standing), standing);
  assert.deepEqual(await eventsOf(world, standing), eventsBefore);
}

/** The write names a run that does not exist there: nothing is told, and nothing has changed. */
export async function expectUnknown(
  world: RunStoreWorld,
  standing: OperationRun,
  write: () => Promise<WriteAnswer>,
): Promise<void> {
  assert.deepEqual(await write(), { kind: "refused", current: null });
  assert.deepEqual(await standingOf(world, standing), standing);
}

export async function standingOf(world: RunStoreWorld, run: OperationRun): Promise<OperationRun> {
  const standing = await world.reader.findRun(run.workspaceId, run.id);
  assert.ok(standing !== null, "the run is gone");
  return standing;
}

export function eventsOf(world: RunStoreWorld, run: OperationRun): Promise<readonly RunEvent[]> {
  return world.reader.listEvents({
    workspaceId: run.workspaceId,
    runId: run.id,
    afterSequence: "0",
    limit: PAGE_SIZE_MAX,
  });
}

export async function lastEventOf(world: RunStoreWorld, run: OperationRun): Promise<RunEvent> {
  const last = (await eventsOf(world, run)).at(-1);
  assert.ok(last !== undefined, "the run has no events");
  return last;
}

export function positionOf({ status, outcome, attempt }: OperationRun): RunPosition {
  return { status, outcome, attempt };
}

/** Equal but for what statements of one transaction may round. */
export function expectNear(actual: Date | null, expectedMs: number): void {
  assert.ok(actual !== null, "the time is missing");
  const offMs = Math.abs(actual.getTime() - expectedMs);
  assert.ok(offMs <= NEARLY_MS, `the time is ${offMs} ms off`);
}

/** The run is due that long after its last event. */
export async function expectDueAfter(
  world: RunStoreWorld,
  run: OperationRun,
  ms: number,
): Promise<void> {
  const { at } = await lastEventOf(world, run);
  expectNear(run.dueAt, at.getTime() + ms);
}

function expectTells(line: RunEvent, before: OperationRun, after: OperationRun): void {
  assert.equal(line.version, after.version);
  assert.equal(line.runId, after.id);
  assert.equal(line.workspaceId, after.workspaceId);
  assert.deepEqual(line.from, positionOf(before));
  assert.deepEqual(line.to, positionOf(after));
  assert.ok(isLegalMove(line.kind, line.from, line.to), "the move is not legal");
}
