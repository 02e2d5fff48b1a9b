import { setTimeout as pause } from "node:timers/promises";
import type { Settled } from "../../packages/settled/src/create-settled.ts";
import type { OperationRun } from "../../packages/settled/src/run/operation-run.ts";
import type { WorkspaceId } from "../../packages/settled/src/run/scope.ts";
import { OPERATION, WORKSPACES } from "./bench-settled.ts";

/** The sequences of each workspace, as they are stored in the end. */
export type Logs = Readonly<Record<string, readonly number[]>>;

export interface Written {
  readonly changes: number;
  readonly heldOpen: number;
  readonly undone: number;
  readLogs(): Promise<Logs>;
}

/** Of so many changes one is made by a transaction that stays open, and every other one of these is undone. */
const HELD_OPEN_EVERY = 40;
const HELD_OPEN_MS = 100;
const ADA = { kind: "user", id: "ada", name: "Ada" } as const;

/** Starts and cancels runs, by turns, so many a second. */
export async function writeRuns(
  settled: Settled,
  { seconds, changesPerSecond }: { readonly seconds: number; readonly changesPerSecond: number },
): Promise<Written> {
  const started: OperationRun[] = [];
  const under: Promise<void>[] = [];
  let changes = 0;
  let heldOpen = 0;
  let undone = 0;

  async function start(workspaceId: WorkspaceId, number: number): Promise<void> {
    const input = { number };
    const given = { workspaceId, environmentId: null, type: OPERATION, input, initiator: ADA };
    if (number % HELD_OPEN_EVERY !== 0) {
      const answer = await settled.start(given);
      if (answer.kind === "accepted") started.push(answer.run);
      return;
    }
    heldOpen += 1;
    const isUndone = heldOpen % 2 === 0;
    if (isUndone) undone += 1;
    await settled.database
      .transaction(async (on) => {
        await settled.start({ ...given, on });
        await pause(HELD_OPEN_MS);
        if (isUndone) throw new Error("undone as asked");
      })
      .catch((error: unknown) => {
        if (!isUndone) throw error;
      });
  }

  async function change(number: number): Promise<void> {
    const run = number % 2 === 0 ? undefined : started.shift();
    const workspaceId = WORKSPACES[Math.floor(number / 2) % WORKSPACES.length];
    if (run !== undefined) await settled.cancel(run, ADA);
    else if (workspaceId !== undefined) await start(workspaceId, number);
  }

  const beganMs = performance.now();
  while (performance.now() - beganMs < seconds * 1_000) {
    under.push(change(changes));
    changes += 1;
    await pause(Math.max(0, beganMs + (changes * 1_000) / changesPerSecond - performance.now()));
  }
  await Promise.all(under);
  return { changes, heldOpen, undone, readLogs: () => readLogs(settled) };
}

async function readLogs(settled: Settled): Promise<Logs> {
  const { rows } = await settled.database.executeSql(
    "select workspace_id, sequence from settled.operation_run_events order by sequence",
  );
  const log: Record<string, number[]> = {};
  for (const row of rows as readonly { workspace_id: string; sequence: string }[]) {
    (log[row.workspace_id] ??= []).push(Number(row.sequence));
  }
  return log;
}
