import { describe, expect, test, vi } from "vitest";
import { SILENT_LOGGER } from "../ports/logger.ts";
import { SettledError } from "../run/settled-error.ts";
import { API, get, HOST, openTestDesk, post, problemIn, START } from "./http.test-kit.ts";

describe("the handler", () => {
  test("every answer bears the id of its request and the headers that keep browsers strict", async () => {
    const { handler, start } = openTestDesk();
    const run = await start();
    for (const path of [
      "/health/live",
      `${API}/runs`,
      `${API}/runs/${run.id}`,
      `/workspaces/north/runs/${run.id}`,
      "/workspaces/nowhere/runs",
      "/nothing",
    ]) {
      const { headers } = await handler()(get(path, { "x-request-id": "abc-1" }));
      expect(headers.get("x-request-id")).toBe("abc-1");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toMatch(
        /^default-src 'none'.*frame-ancestors 'none'/,
      );
    }
  });

  test("an id that is not plain is not echoed", async () => {
    const handler = openTestDesk().handler();
    const answer = await handler(get(`${API}/runs?nosuch=1`, { "x-request-id": "<script>" }));
    const { body } = await problemIn(answer.clone());
    expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(body["instance"]).toBe(answer.headers.get("x-request-id"));
  });

  test("an unknown address is a 404 problem, for a browser a page", async () => {
    const handler = openTestDesk().handler();
    expect(await problemIn(await handler(get("/api/v1/runs")))).toMatchObject({
      status: 404,
      type: "application/problem+json",
      body: { code: "unknown_route" },
    });
    const page = await handler(get("/nothing", { accept: "text/html" }));
    expect(page.status).toBe(404);
    expect(page.headers.get("content-type")).toContain("text/html");
  });

  test.each([
    ["DELETE", `${API}/runs`, "GET, HEAD"],
    ["GET", START, "POST"],
    ["PUT", "/health/ready", "GET, HEAD"],
    ["POST", "/workspaces/north/runs", "GET, HEAD"],
    ["OPTIONS", `${API}/runs`, "GET, HEAD"],
  ])("%s %s is refused with the methods that are taken", async (method, path, allow) => {
    const answer = await openTestDesk().handler()(new Request(`${HOST}${path}`, { method }));
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe(allow);
  });

  test("HEAD answers as GET does, without a body", async () => {
    const request = new Request(`${HOST}${API}/runs`, { method: "HEAD" });
    const answer = await openTestDesk().handler()(request);
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
  });

  test("below a base path everything is found and linked below it", async () => {
    const { handler, start } = openTestDesk();
    const run = await start();
    const handle = handler({ basePath: "/settled" });
    const answer = await handle(get(`/settled${API}/runs/${run.id}`));
    expect(await answer.json()).toMatchObject({
      links: { self: `/settled${API}/runs/${run.id}` },
    });
    expect((await handle(get(`${API}/runs/${run.id}`))).status).toBe(404);
    const started = await handle(post(`/settled${START}`, {}));
    expect(started.headers.get("location")).toMatch(/^\/settled\/api\/v1\//);
    expect(() => handler({ basePath: "settled/" })).toThrow("base path");
  });

  test("the links of runs lead to the pages that the host has for them, and the plain ones are gone", async () => {
    const { handler, start } = openTestDesk();
    const run = await start();
    const handle = handler({ runPagesAt: "/console" });
    const page = `/workspaces/north/runs/${run.id}`;
    const body = (await (await handle(get(`/api/v1${page}`))).json()) as { links: object };
    expect(body.links).toMatchObject({ self: `/api/v1${page}`, page: `/console${page}` });
    for (const path of [page, "/workspaces/north/runs"]) {
      expect([path, (await handle(get(path))).status]).toEqual([path, 404]);
    }
    expect(() => handler({ runPagesAt: "https://evil.example" })).toThrow("pages for runs");
  });
});

describe("a fault", () => {
  const boom = new Error(
    'insert into "operation_runs" violates unique constraint at /srv/app/node_modules/pg/client.js:12',
  );

  test.each([
    ["of an unknown kind", boom, 500, "internal"],
    ["that says too much", new SettledError("internal", boom.message), 500, "internal"],
    [
      "of the database",
      new SettledError("database_unavailable", "x", { cause: boom }),
      503,
      "database_unavailable",
    ],
    [
      "of the queue",
      new SettledError("engine_unavailable", "x", { cause: boom }),
      503,
      "engine_unavailable",
    ],
    ["of configuration", new SettledError("permission_missing", "DATABASE_URL"), 500, "internal"],
  ])("%s is told without its inside, and logged", async (_what, error, status, code) => {
    const desk = openTestDesk();
    const log = vi.fn<(fields: object, message: string) => void>();
    const settled = { ...desk.settled, start: () => Promise.reject(error) };
    const handle = desk.handler({ settled, logger: { ...SILENT_LOGGER, error: log } });
    const answer = await handle(post(START, {}, { "x-request-id": "r1" }));
    expect(answer.headers.has("retry-after")).toBe(status === 503);
    const problem = await problemIn(answer);
    expect(problem).toMatchObject({ status, body: { code, instance: "r1" } });
    expect(JSON.stringify(problem.body)).not.toMatch(
      /insert into|constraint|node_modules|\.js|DATABASE_URL/i,
    );
    expect(log).toHaveBeenCalledWith(
      expect.objectContaining({ requestId: "r1", error }),
      expect.any(String),
    );
  });

  test("of whoever resolves actors, or of the policy, opens nothing", async () => {
    const { handler } = openTestDesk();
    const broken = handler({ resolveActor: () => Promise.reject(boom) });
    expect((await broken(get(`${API}/runs`))).status).toBe(500);
    const page = await broken(get("/workspaces/north/runs"));
    expect(page.status).toBe(500);
    expect(await page.text()).not.toContain("insert into");
    const policy = { check: () => Promise.reject(boom) };
    expect((await handler({ policy })(get(`${API}/runs`))).status).toBe(500);
  });
});
