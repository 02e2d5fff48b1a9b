import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Client, Pool } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createOperationCatalog } from "../../catalog/operation-catalog.ts";
import type { OperationDefinition } from "../../catalog/operation-definition.ts";
import { SYSTEM_CLOCK } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import type { TransactionRunner } from "../../ports/sql-executor.ts";
import type { RunId } from "../../run/scope.ts";
import { examOperation } from "../../testing/exam-operation.ts";
import { exerciseEngineDriver } from "../../testing/exercise-engine-driver.ts";
import {
  type EngineDriverWorld,
  eventually,
  openExamDesk,
} from "../../testing/engine-driver-desk.ts";
import { startTestDatabase } from "../../testing/test-database.ts";
import { createPgBossEngine } from "./pg-boss-engine.ts";

let database: { url: string; close(): Promise<void> };
let pool: Pool;
let worlds = 0;

beforeAll(async () => {
  database = await startTestDatabase();
  pool = new Pool({ connectionString: database.url });
  pool.on("error", () => undefined);
});

afterAll(async () => {
  await pool.end();
  await database.close();
});

describe("the exam of drivers", () => {
  exerciseEngineDriver({ test, makeWorld: async () => makeWorld() });
});

describe("pg-boss", () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
  });

  test("four processes prepare one empty database at once", async () => {
    const empty = await startTestDatabase();
    try {
      const queue = "reports";
      children.push(...Array.from({ length: 4 }, () => startChild(empty.url, queue, "prepare")));
      const endings = await Promise.all(children.map((child) => once(child, "exit")));
      expect(endings.map(([code]) => code)).toEqual([0, 0, 0, 0]);
    } finally {
      await empty.close();
    }
  });

  test("the job of a worker that is killed is failed and told of within 20 seconds", async () => {
    const desk = await openExamDesk(makeWorld());
    try {
      const run = await desk.dispatchedRun();
      const child = startChild(database.url, desk.operation.queue.name, "hang");
      children.push(child);
      await desk.eventuallyState(run, "active");
      const worker = await desk.work();
      const killedMs = performance.now();
      child.kill("SIGKILL");
      await eventually("the bridge hears", () => (worker.failedJobs.length > 0 ? null : "silence"));
      const heardMs = performance.now() - killedMs;
      console.log(`SIGKILL to failed-job bridge: ${Math.round(heardMs)} ms`);
      expect(heardMs).toBeLessThan(20_000);
      expect(await desk.driver.jobStateOf(run)).toBe("failed");
      expect(worker.deliveries).toHaveLength(0);
    } finally {
      await desk.close();
    }
  });

  test("a database that drops every connection and stays away for a while is outlived", async () => {
    const lines: string[] = [];
    const log = (_: object, message: string) => lines.push(message);
    const logger = { debug: log, info: log, warn: log, error: log };
    const desk = await openExamDesk(makeWorld({ logger }));
    const outage = await prepareOutage();
    try {
      const gate = Promise.withResolvers<void>();
      const worker = await desk.work({ concurrency: 2, deliver: () => gate.promise });
      const untold = await desk.dispatchedRun();
      await desk.eventuallyState(untold, "active");
      await outage.begin();
      gate.resolve();
      expect(await desk.driver.jobStateOf(untold)).toBe("unknown");
      await SYSTEM_CLOCK.sleep(2_500);
      await outage.end();
      const later = await desk.dispatchedRun();
      await desk.eventuallyState(later, "finished");
      // pg-boss could not be told that the job was done: its heartbeat ends, and the bridge hears of it.
      await desk.eventuallyState(untold, "failed");
      await eventually("the bridge hears", () => (worker.failedJobs.length > 0 ? null : "silence"));
      expect(worker.deliveries).toHaveLength(2);
      // Four slots and looks twice a second must not become eight lines a second.
      expect(lines).toContain("pg-boss reports an error");
      expect(lines.length).toBeLessThan(12);
    } finally {
      await outage.close();
      await desk.close();
    }
  });

  test("what a job keeps of its error is cut to what is read", async () => {
    const desk = await openExamDesk(makeWorld());
    try {
      const run = await desk.dispatchedRun();
      const message = `password=hunter2 ${"x".repeat(20_000_000)}`;
      await desk.work({ deliver: () => Promise.reject(new Error(message)) });
      await desk.eventuallyState(run, "failed");
      const { rows } = await pool.query<{ output: string }>(
        "select output::text as output from pgboss.job where id = $1",
        [run.id],
      );
      expect(rows[0]?.output.length).toBeLessThan(20_000);
      expect(rows[0]?.output).not.toContain("hunter2");
    } finally {
      await desk.close();
    }
  });

  test("an operation that is retried says so, beside one of the same queue that is not", async () => {
    const world = makeWorld({}, 1);
    const desk = await openExamDesk(world);
    const once = examOperation("report.send", desk.operation.queue.name);
    try {
      const [retried, given] = [await desk.dispatchedRun(), desk.newRun()];
      await desk.driver.dispatch(once, given.id);
      const worker = await desk.work({ deliver: () => Promise.reject(new Error("no luck")) });
      await desk.eventuallyState(given, "failed");
      await desk.eventuallyState(retried, "retrying");
      await desk.eventuallyState(retried, "failed");
      expect(worker.deliveries).toHaveLength(3);
    } finally {
      await desk.close();
    }
  });

  test("a job that was cancelled within pg-boss is failed: it will not run, and was not lost", async () => {
    const desk = await openExamDesk(makeWorld());
    try {
      const run = await desk.dispatchedRun();
      await pool.query("update pgboss.job set state = 'cancelled' where id = $1", [run.id]);
      expect(await desk.driver.jobStateOf(run)).toBe("failed");
      await desk.driver.redispatch(desk.operation, run.id);
      expect(await desk.driver.jobStateOf(run)).toBe("waiting");
    } finally {
      await desk.close();
    }
  });

  test("closing the engine under a running job fails the job at once", async () => {
    const world = makeWorld();
    const desk = await openExamDesk(world);
    const other = createPgBossEngine({ connectionString: database.url });
    const gate = Promise.withResolvers<void>();
    try {
      const run = await desk.dispatchedRun();
      const worker = await desk.work({ deliver: () => gate.promise });
      await desk.eventuallyState(run, "active");
      await worker.stop({ graceMs: 0 });
      expect(await desk.driver.jobStateOf(run)).toBe("active");
      await desk.driver.close();
      expect(await other.jobStateOf(run)).toBe("failed");
      expect(worker.deliveries[0]?.signal.aborted).toBe(true);
    } finally {
      gate.resolve();
      await other.close();
      await desk.close();
    }
  });

  test("a host's own pool serves as well, and stays open", async () => {
    const operation = examOperation("report.write", "pooled-reports");
    const driver = createPgBossEngine({ pool });
    const catalog = createOperationCatalog([operation]);
    const desk = await openExamDesk({ ...makeWorld(), driver, catalog, operation });
    const run = await desk.dispatchedRun();
    await desk.work();
    await desk.eventuallyState(run, "finished");
    await desk.close();
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });

  test("a run that was handed over to another engine is not judged", async () => {
    const desk = await openExamDesk(makeWorld());
    const other = createPgBossEngine({ connectionString: database.url, connection: "other" });
    try {
      expect(await other.jobStateOf(await desk.dispatchedRun())).toBe("unknown");
    } finally {
      await other.close();
      await desk.close();
    }
  });

  test("an operation that pg-boss could not keep is refused before any job is sent", async () => {
    const driver = createPgBossEngine({ connectionString: database.url });
    const prepare = (...operations: OperationDefinition[]) =>
      driver.prepare(createOperationCatalog(operations));
    const refusal = { code: "invalid_definition" };
    const endless = examOperation("a.endless", "a", { runWithinMs: 90_000_000 });
    await expect(prepare(endless)).rejects.toMatchObject(refusal);
    await expect(prepare(examOperation("a.odd", "odd name"))).rejects.toMatchObject(refusal);
    const [first, second] = [examOperation("a.first", "a"), examOperation("a.second", "a.failed")];
    await expect(prepare(first, second)).rejects.toMatchObject(refusal);
    const stranger = examOperation("a.stranger", "never-prepared");
    const sent = driver.dispatch(stranger, "00000000-0000-4000-8000-000000000000" as RunId);
    await expect(sent).rejects.toMatchObject({
      code: "engine_unavailable",
      message: expect.stringContaining("prepare"),
    });
    await driver.close();
  });
});

function makeWorld(options: { readonly logger?: Logger } = {}, retries = 0): EngineDriverWorld {
  const operation = examOperation("report.write", `reports-${(worlds += 1)}`, { retries });
  return {
    driver: createPgBossEngine({ connectionString: database.url, ...options }),
    catalog: createOperationCatalog([operation]),
    operation,
    executor: transactionsOf(pool),
    loseJob: async (run) => {
      await pool.query("delete from pgboss.job where id = $1", [run.id]);
    },
    makeUnreachableDriver: () =>
      createPgBossEngine({ connectionString: "postgresql://nobody@127.0.0.1:1/nowhere" }),
    close: async () => undefined,
  };
}

/** Shuts the database of these tests: it ends every connection and lets no new one in. */
async function prepareOutage(): Promise<{
  begin(): Promise<void>;
  end(): Promise<void>;
  close(): Promise<void>;
}> {
  const url = new URL(database.url);
  const name = url.pathname.slice(1);
  url.pathname = "/postgres";
  const admin = new Client({ connectionString: url.href });
  await admin.connect();
  const allow = async (allowed: boolean) => {
    await admin.query(`alter database ${name} allow_connections ${allowed}`);
  };
  return {
    begin: async () => {
      await allow(false);
      await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and backend_type = 'client backend'",
        [name],
      );
    },
    end: () => allow(true),
    close: async () => {
      await allow(true);
      await admin.end();
    },
  };
}

/** A process of its own that prepares the queue and ends, or takes a job and never lets it go. */
function startChild(url: string, queue: string, task: "prepare" | "hang"): ChildProcess {
  const room = new URL("../../", import.meta.url).href;
  const program = `
    const { createPgBossEngine } = await import("${room}engines/pg-boss/pg-boss-engine.ts");
    const timeouts = { startWithinMs: 60000, runWithinMs: 60000, decideWithinMs: 60000 };
    const operations = [{ type: "report.write", queue: { name: "${queue}", retries: 0 }, timeouts }];
    const engine = createPgBossEngine({ connectionString: "${url}" });
    await engine.prepare({ operations });
    if ("${task}" === "prepare") await engine.close();
    else await engine.work({
      catalog: { operations },
      concurrency: 1,
      deliver: () => new Promise(() => setInterval(() => {}, 1000)),
      onFailedJob: () => new Promise(() => {}),
    });
  `;
  const options = ["--input-type=module", "--eval", program];
  return spawn(process.execPath, options, { stdio: ["ignore", "inherit", "inherit"] });
}

function transactionsOf(pool: Pool): TransactionRunner {
  return {
    transaction: async (work) => {
      const client = await pool.connect();
      try {
        await client.query("begin");
        const result = await work({
          executeSql: (text, values) => client.query(text, [...(values ?? [])]),
        });
        await client.query("commit");
        return result;
      } catch (error) {
        await client.query("rollback");
        throw error;
      } finally {
        client.release();
      }
    },
  };
}
