import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StartAnswer } from "../packages/settled/src/start/start-operation.ts";
import type { StartLine } from "./probe-process.ts";
import { openProbeWorld, type ProbeWorld, SCOPE } from "./probe-world.ts";

const PROCESSES = 4;
const TIMES = 25;
const SETTLED_WITHIN_MS = 30_000;
const HELD_OPEN_MS = 400;

let world: ProbeWorld;

beforeAll(async () => {
  world = await openProbeWorld();
}, 60_000);

afterAll(() => world.close());

test("a hundred starts of one identity from four processes make one run and one job, and every loser is told whose", async () => {
  const children = Array.from({ length: PROCESSES }, (_, index) =>
    world.spawn({
      start: {
        type: "probe.make",
        times: TIMES,
        workspaceId: SCOPE.workspaceId,
        environmentId: SCOPE.environmentId ?? "",
        input: {
          key: "one",
          steps: [
            {
              does: "commit",
              id: "one",
            },
          ],
        },
        initiatorId: `process-${index}`,
      },
    }),
  );
  await Promise.all(children.map((child) => child.said("ready")));
  for (const child of children) child.go();
  for (const child of children) {
    expect([await child.ended, child.errors()]).toEqual([{ code: 0, signal: null }, ""]);
  }
  const lines = children.flatMap(linesOf);
  expect(lines).toHaveLength(PROCESSES * TIMES);
  const created = lines.filter(({ joined }) => !joined);
  expect(created).toHaveLength(1);
  for (const line of lines) expect({ ...line, joined: false }).toEqual(created[0]);

  expect(await storedRuns("one")).toHaveLength(1);
  expect(await jobsOf(created[0]?.runId ?? "")).toEqual([{ state: "created" }]);
  const [run] = await storedRuns("one");
  expect([run?.id, run?.initiator.id]).toEqual([created[0]?.runId, created[0]?.initiatorId]);
});

test("the run that a hundred asked for is done once", async () => {
  // Asked for while it is under way: once it has ended, the same asking would start it anew.
  const run = await started("one");
  const worker = await world.work();
  expect((await world.completed(run, SETTLED_WITHIN_MS)).outcome).toBe("succeeded");
  expect(await world.artifacts(run)).toEqual(["one"]);
  expect(await world.kinds(run)).toEqual(["created", "dispatched", "begun", "finished"]);
  await worker.stop();
});

test("a start in a transaction that is rolled back leaves neither run nor job", async () => {
  let answer: StartAnswer | null = null;
  const undone = world.database.transaction(async (on) => {
    answer = await startOne("undone", on);
    throw new Error("the caller thought again");
  });
  await expect(undone).rejects.toThrow("the caller thought again");
  expect(answer).toMatchObject({ kind: "accepted", joined: false });
  expect(await storedRuns("undone")).toEqual([]);
  expect(await jobsOf(runIdOf(answer))).toEqual([]);
});

test("a start in a transaction that is committed leaves its run and its job, and what the caller wrote", async () => {
  const answer = await world.database.transaction(async (on) => {
    await on.executeSql(
      "insert into probe.marks (run_id, attempt, word) values (gen_random_uuid(), 0, 'own')",
    );
    return startOne("done", on);
  });
  expect(await storedRuns("done")).toHaveLength(1);
  expect(await jobsOf(runIdOf(answer))).toEqual([{ state: "created" }]);
  expect(await world.sql("select word from probe.marks where word = 'own'")).toHaveLength(1);
});

test("a start that meets another's open transaction joins its run if that commits, else makes its own", async () => {
  for (const commits of [true, false]) {
    const key = `open-${commits}`;
    let first = "";
    const open = world.database.transaction(async (on) => {
      first = runIdOf(await startOne(key, on));
      await sleep(HELD_OPEN_MS);
      if (!commits) throw new Error("rolled back");
    });
    const over = open.catch(() => undefined);
    await sleep(HELD_OPEN_MS / 4);
    const second = await startOne(key);
    await over;
    expect(second).toMatchObject({ kind: "accepted", joined: commits });
    expect(runIdOf(second) === first).toBe(commits);
    expect(await storedRuns(key)).toHaveLength(1);
    expect(await jobsOf(runIdOf(second))).toHaveLength(1);
  }
});

test("after all these starts no invariant is violated", async () => {
  expect(await world.violations()).toEqual([]);
});

function startOne(key: string, on?: Parameters<typeof world.settled.start>[0]["on"]) {
  return world.settled.start({
    ...SCOPE,
    type: "probe.make",
    input: { key, steps: [] },
    initiator: { kind: "user", id: "chaos", name: "Chaos" },
    ...(on === undefined ? {} : { on }),
  });
}

async function started(key: string) {
  const answer = await startOne(key);
  if (answer.kind === "refused") throw new Error("The start was refused.");
  return answer.run;
}

function runIdOf(answer: StartAnswer | null): string {
  return answer?.kind === "accepted" ? answer.run.id : "";
}

function linesOf(child: { output(): string }): StartLine[] {
  const lines = child.output().trim().split("\n").slice(1);
  return lines.map((line) => JSON.parse(line) as StartLine);
}

function storedRuns(key: string) {
  return world.sql<{ id: string; initiator: { id: string } }>(
    "select id, initiator from settled.operation_runs where input ->> 'key' = $1",
    [key],
  );
}

function jobsOf(runId: string) {
  return world.sql("select state from pgboss.job where data ->> 'operation_run_id' = $1", [runId]);
}
