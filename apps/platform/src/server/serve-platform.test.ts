import { connect, type Socket } from "node:net";
import { afterAll, expect, test } from "vitest";
import { openPlatform } from "../platform.ts";
import { servePlatform } from "./serve-platform.ts";
import { TOKEN } from "./served-world.test-kit.ts";

/** Nothing that is asked here needs a database, so there is none. */
const platform = openPlatform({ connectionString: "postgres://nobody@127.0.0.1:1/none" });
const input = { platform, token: TOKEN, port: 0 };

afterAll(async () => {
  await platform.close();
});

test("it serves on this machine alone, on a free port when asked for one", async () => {
  const server = await servePlatform(input);
  try {
    expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    const page = await fetch(`${server.url}/workspaces`, { redirect: "manual" });
    expect(page.headers.get("location")).toBe("/sign-in?return_to=%2Fworkspaces");
  } finally {
    await server.close();
  }
  await expect(fetch(`${server.url}/health/live`)).rejects.toThrow("fetch failed");
});

test("a port that is taken is a clear error that says what to do", async () => {
  const server = await servePlatform(input);
  try {
    await expect(servePlatform({ ...input, port: server.port })).rejects.toMatchObject({
      code: "invalid_configuration",
      message: `Port ${server.port} is taken by another program. Choose another one with --port, or 0 for a free one.`,
    });
  } finally {
    await server.close();
  }
});

test("an address that this machine does not have is a clear error", async () => {
  await expect(servePlatform({ ...input, host: "203.0.113.1" })).rejects.toMatchObject({
    code: "invalid_configuration",
    message: expect.stringContaining("no address 203.0.113.1"),
  });
});

test("a head of more than 16 KiB is refused before anything reads it", async () => {
  const server = await servePlatform(input);
  try {
    const asked = (chars: number) =>
      fetch(`${server.url}/health/live`, { headers: { "x-own": "x".repeat(chars) } });
    expect((await asked(15_000)).status).toBe(200);
    expect((await asked(17_000)).status).toBe(431);
  } finally {
    await server.close();
  }
});

test("closing lets a request that is under way finish, and takes no other", async () => {
  const server = await servePlatform(input);
  const body = `token=${TOKEN}`;
  const socket = connect(server.port, "127.0.0.1");
  const answered = textOf(socket);
  socket.write(
    `POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${body.length}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n${body.slice(0, 8)}`,
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  const startedMs = performance.now();
  const closed = server.close();
  await expect(fetch(`${server.url}/health/live`)).rejects.toThrow("fetch failed");
  socket.write(body.slice(8));
  expect(await answered).toMatch(/^HTTP\/1\.1 303 /);
  await closed;
  // The connection would be kept alive for seconds; it is closed as soon as it is idle.
  expect(performance.now() - startedMs).toBeLessThan(2_000);
});

function textOf(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      text += chunk;
    });
    socket.on("close", () => resolve(text));
  });
}
