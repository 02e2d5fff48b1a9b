import { connect } from "node:net";
import { asEnvironmentId, asWorkspaceId } from "settled";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readStream } from "../../../../packages/settled/src/http/read-stream.test-kit.ts";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { migratePlatform, openPlatform, type Platform } from "../platform.ts";
import { ensureEnvironment } from "../store/environment.ts";
import { servePlatform } from "./serve-platform.ts";
import { TOKEN } from "./served-world.test-kit.ts";

const NORTH = asWorkspaceId("north");
const CONTOSO = asEnvironmentId("contoso");
const PATH = "/api/v1/workspaces/north/stream";
const headers = { authorization: `Bearer ${TOKEN}` };

let database: TestDatabase;
let platform: Platform;

beforeAll(async () => {
  database = await startTestDatabase();
  await migratePlatform(database.url);
  platform = openPlatform({ connectionString: database.url });
  await platform.settled.prepare();
  await ensureEnvironment(platform.database, {
    workspaceId: NORTH,
    workspaceName: "North",
    environmentId: CONTOSO,
    environmentName: "Contoso",
    provider: { kind: "folder", root: "/nowhere" },
  });
});
afterAll(async () => {
  await platform.close();
  await database.close();
});

async function startRun(period: string) {
  const answer = await platform.settled.start({
    workspaceId: NORTH,
    environmentId: CONTOSO,
    type: "environment.review.compose",
    input: { period },
    initiator: { kind: "user", id: "maria", name: "Maria" },
  });
  if (answer.kind === "refused") throw new Error(answer.because);
  return answer.run;
}

test("a run is told of over the line soon after it was started, and a stream that was cut goes on", async () => {
  const server = await servePlatform({ platform, token: TOKEN, port: 0 });
  try {
    const stream = readStream(await fetch(`${server.url}${PATH}`, { headers }));
    await expect.poll(() => stream.events()).toEqual(["hello"]);
    const run = await startRun("2026-04");
    await expect.poll(() => stream.ids().length).toBe(2);
    expect(stream.frames[1]?.data).toMatchObject({ run_id: run.id, kind: "created" });
    const [first = ""] = stream.ids();
    const back = readStream(
      await fetch(`${server.url}${PATH}`, { headers: { ...headers, "last-event-id": first } }),
    );
    await expect.poll(() => back.ids()).toEqual(stream.ids().slice(1));
    await stream.hangUp();
    await back.hangUp();
  } finally {
    await server.close();
  }
});

test("closing tells streams to come back and waits to look again, and does not wait for them", async () => {
  const server = await servePlatform({ platform, token: TOKEN, port: 0 });
  const stream = readStream(await fetch(`${server.url}${PATH}`, { headers }));
  await expect.poll(() => stream.events()).toEqual(["hello"]);
  const run = await startRun("2026-05");
  const wait = fetch(`${server.url}/api/v1/workspaces/north/runs/${run.id}:wait`, { headers });
  await expect.poll(() => stream.ids().length).toBe(2);
  const startedMs = performance.now();
  await server.close();
  expect(performance.now() - startedMs).toBeLessThan(3_000);
  await stream.over;
  expect(stream.seen.error).toBeNull();
  expect(stream.events().at(-1)).toBe("bye");
  expect((await wait).status).toBe(200);
});

test("a client that hangs up leaves nothing open", async () => {
  const server = await servePlatform({ platform, token: TOKEN, port: 0 });
  try {
    for (let times = 0; times < 25; times += 1) {
      const socket = connect(server.port, "127.0.0.1");
      socket.write(
        `GET ${PATH} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${TOKEN}\r\n\r\n`,
      );
      const text = await new Promise<string>((resolve) => {
        let read = "";
        socket.on("data", (chunk) => {
          read += chunk.toString();
          if (read.includes("event: hello") || !read.startsWith("HTTP/1.1 200")) resolve(read);
        });
      });
      // One reader may have 20 of them open at a time.
      expect(text).toMatch(/^HTTP\/1\.1 200 /);
      socket.destroy();
    }
  } finally {
    await server.close();
  }
});
