import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connectDatabase } from "settled/postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";

const BIN = join(import.meta.dirname, "../../bin/platform.js");
const TOKEN = "owner-token-of-the-tests";
const BODY = `token=${TOKEN}`;
/** Four processes at once may take long to start on a busy machine. */
const START_WITHIN_MS = 120_000;
/** Requests are drained for 10 s at most; then what is left is closed. */
const DRAINED_WITHIN_MS = 12_500;

let database: TestDatabase;
const children: ChildProcess[] = [];

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await database.close();
});

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  /** Resolves when the process is gone. */
  readonly ended: Promise<unknown>;
  said(): string;
}

async function run(command: "serve" | "start"): Promise<Running> {
  const more = command === "start" ? ["--no-demo"] : [];
  const child = spawn(process.execPath, [BIN, command, "--port", "0", ...more], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PORT: "",
      DATABASE_URL: database.url,
      SETTLED_BOOTSTRAP_TOKEN: TOKEN,
    },
  });
  children.push(child);
  let text = "";
  const ended = once(child, "exit");
  const ready = Promise.withResolvers<number>();
  const hear = (chunk: Buffer): void => {
    text += chunk.toString("utf8");
    const port = /Ready: http:\/\/127\.0\.0\.1:(\d+)/.exec(text)?.[1];
    if (port !== undefined) ready.resolve(Number(port));
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  void ended.then(() => ready.reject(new Error(text)));
  return { child, port: await ready.promise, ended, said: () => text };
}

/** A request whose body is half sent: the server waits for the rest. */
function sendHalf({ port }: Running): { readonly socket: Socket; heard(): string } {
  const socket = connect(port, "127.0.0.1");
  let text = "";
  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => (text += chunk));
  socket.on("error", () => undefined);
  socket.write(
    `POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${BODY.length}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n${BODY.slice(0, 8)}`,
  );
  return { socket, heard: () => text };
}

async function isRefused({ port }: Running): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health/live`).then(
    () => false,
    () => true,
  );
}

test.concurrent(
  "at SIGTERM the request under way is answered, others are refused, and the process ends",
  { timeout: START_WITHIN_MS },
  async ({ expect }) => {
    const server = await run("serve");
    const slow = sendHalf(server);
    await sleep(200);
    expect(slow.heard()).toBe("");
    const startedMs = performance.now();
    server.child.kill("SIGTERM");
    await expect.poll(() => isRefused(server), { timeout: 5_000 }).toBe(true);
    expect(server.child.exitCode).toBeNull();
    slow.socket.write(BODY.slice(8));
    await once(slow.socket, "close");
    expect(slow.heard()).toMatch(/^HTTP\/1\.1 [2-4]\d\d /);
    await server.ended;
    expect(server.child.exitCode).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  },
);

test.concurrent(
  "a request that never ends holds a stopping process for 10 s and no longer",
  { timeout: START_WITHIN_MS },
  async () => {
    const server = await run("serve");
    const stuck = sendHalf(server);
    await sleep(200);
    const startedMs = performance.now();
    server.child.kill("SIGTERM");
    await server.ended;
    expect(server.child.exitCode).toBe(0);
    const tookMs = performance.now() - startedMs;
    expect(tookMs).toBeGreaterThan(9_000);
    expect(tookMs).toBeLessThan(DRAINED_WITHIN_MS);
    expect(stuck.heard()).toBe("");
  },
);

test.concurrent(
  "a second SIGTERM ends the process at once",
  { timeout: START_WITHIN_MS },
  async ({ expect }) => {
    const server = await run("serve");
    sendHalf(server);
    await sleep(200);
    server.child.kill("SIGTERM");
    await expect.poll(() => isRefused(server), { timeout: 5_000 }).toBe(true);
    const startedMs = performance.now();
    server.child.kill("SIGTERM");
    await server.ended;
    expect(performance.now() - startedMs).toBeLessThan(2_000);
    expect(server.child.exitCode).toBe(1);
  },
);

test("the whole product stops its server first and its worker after it, and leaves neither", async () => {
  const product = await run("start");
  await expect.poll(() => product.said(), { timeout: 40_000 }).toMatch(/Worker \S+ is ready/);
  const slow = sendHalf(product);
  await sleep(200);
  product.child.kill("SIGTERM");
  await expect.poll(() => isRefused(product), { timeout: 5_000 }).toBe(true);
  expect(await liveWorkers()).toBe(1);
  slow.socket.write(BODY.slice(8));
  await once(slow.socket, "close");
  expect(slow.heard()).toMatch(/^HTTP\/1\.1 /);
  await product.ended;
  expect(product.said()).toContain("Stopped.");
  expect(await liveWorkers()).toBe(0);
});

async function liveWorkers(): Promise<number> {
  const owner = connectDatabase({ connectionString: database.url, connectionsMax: 1 });
  const { rows } = await owner.executeSql(
    "select id from settled.worker_leases where ended_at is null and expires_at > now()",
  );
  await owner.close();
  return rows.length;
}
