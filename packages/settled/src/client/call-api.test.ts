import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { ApiError } from "./api-error.ts";
import {
  answerJson,
  clientOf,
  createHastyClock,
  faultOf,
  problem,
  type AnswerRequest,
  useSmallServers,
} from "./client.test-kit.ts";
import { createClient } from "./create-client.ts";
import { NetworkError } from "./network-error.ts";
import { UnexpectedAnswerError } from "./unexpected-answer-error.ts";

const RUN = "01970000-0000-7000-8000-000000000000";
const serve = useSmallServers();

describe("a refusal is an ApiError", () => {
  test("that holds the code, the status, the reason, what to do and the request's id", async () => {
    const errors = [{ pointer: "/reason", detail: "It is blank." }];
    const body = problem("stale_version", 412, { reason: "stale", errors, capability: "x" });
    const server = await serve((response) => answerJson(response, body, { status: 412 }));
    const fault = await faultOf(clientOf(server).cancel(RUN, { ifMatch: 7, reason: "so" }));
    expect(fault).toBeInstanceOf(ApiError);
    expect(fault).toMatchObject({
      code: "stale_version",
      status: 412,
      reason: "stale",
      nextActions: ["Look."],
      errors,
      requestId: "r-1",
      message: "It was refused. For a reason.",
      problem: { capability: "x" },
    });
    expect(server.seen).toMatchObject([
      {
        method: "POST",
        url: `/api/v1/workspaces/north/runs/${RUN}:cancel`,
        headers: { "if-match": '"7"', authorization: "Bearer secret" },
        body: '{"reason":"so"}',
      },
    ]);
  });

  test("and no refusal is sent again, whatever was asked", async () => {
    const server = await serve((response) =>
      answerJson(response, problem("forbidden", 403), { status: 403 }),
    );
    const client = clientOf(server);
    await faultOf(client.run(RUN));
    await faultOf(client.start("review.compose"));
    await faultOf(client.resolve(RUN, { outcome: "failed", reason: "so" }));
    expect(server.seen).toHaveLength(3);
  });
});

describe("what may pass is asked again", () => {
  const busy: AnswerRequest = (response, nth) =>
    nth < 2
      ? answerJson(response, problem("database_unavailable", 503), {
          status: 503,
          headers: { "retry-after": "5" },
        })
      : answerJson(response, { id: RUN });

  test("after as long as the server asks for, and not all at the same moment", async () => {
    const clock = createHastyClock();
    const server = await serve(busy);
    expect(await clientOf(server, { clock }).run(RUN)).toEqual({ id: RUN });
    expect(clock.sleepsMs).toHaveLength(2);
    for (const ms of clock.sleepsMs) {
      expect(ms).toBeGreaterThan(5_000);
      expect(ms).toBeLessThan(5_500);
    }
  });

  test("a start too, under one key for all attempts", async () => {
    const server = await serve(busy);
    const client = clientOf(server, { clock: createHastyClock() });
    await client.start("review.compose", { input: { month: "2026-05" } });
    const keys = server.seen.map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    await client.start("review.compose", { idempotencyKey: "mine" });
    expect(server.seen.at(-1)?.headers["idempotency-key"]).toBe("mine");
  });

  test("an action without a key is sent once", async () => {
    const server = await serve(busy);
    const client = clientOf(server, { clock: createHastyClock() });
    expect(await faultOf(client.cancel(RUN))).toMatchObject({ code: "database_unavailable" });
    expect(server.seen).toHaveLength(1);
  });

  test("until the attempts are used up, with growing waits that are never alike", async () => {
    const clock = createHastyClock();
    const server = await serve((response) =>
      answerJson(response, problem("engine_unavailable", 503), { status: 503 }),
    );
    const fault = await faultOf(clientOf(server, { clock }).run(RUN));
    expect(fault).toMatchObject({ code: "engine_unavailable" });
    expect(server.seen).toHaveLength(4);
    expect(clock.sleepsMs).toHaveLength(3);
    clock.sleepsMs.forEach((ms, nth) => {
      expect(ms).toBeGreaterThanOrEqual(125 * 2 ** nth);
      expect(ms).toBeLessThanOrEqual(250 * 2 ** nth);
    });
  });

  test("not where the server asks for more than a minute", async () => {
    const server = await serve((response) =>
      answerJson(response, problem("not_ready", 503), {
        status: 503,
        headers: { "retry-after": "3600" },
      }),
    );
    expect(await faultOf(clientOf(server).run(RUN))).toMatchObject({ retryAfterMs: 3_600_000 });
    expect(server.seen).toHaveLength(1);
  });

  test("also where a connection is cut, or a proxy has words of its own", async () => {
    const server = await serve((response, nth) => {
      if (nth === 0) response.destroy();
      else if (nth === 1) response.writeHead(502, { "content-type": "text/html" }).end("<h1>");
      else if (nth === 2) {
        response.writeHead(200, { "content-type": "application/json", "content-length": "99" });
        response.write('{"id":');
        response.destroy();
      } else answerJson(response, { id: RUN });
    });
    expect(await clientOf(server, { clock: createHastyClock() }).run(RUN)).toEqual({ id: RUN });
  });
});

describe("what is not the API is an UnexpectedAnswerError", () => {
  test("a page", async () => {
    const server = await serve((response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<html>"),
    );
    const fault = await faultOf(clientOf(server).run(RUN));
    expect(fault).toBeInstanceOf(UnexpectedAnswerError);
    expect(fault).toMatchObject({ status: 200, mediaType: "text/html", location: null });
  });

  test("JSON that is cut, and a refusal in another program's words", async () => {
    const server = await serve((response, nth) =>
      nth === 0
        ? response.writeHead(200, { "content-type": "application/json" }).end('{"id":')
        : answerJson(response, { error: "no" }, { status: 404 }),
    );
    expect(await faultOf(clientOf(server).run(RUN))).toBeInstanceOf(UnexpectedAnswerError);
    expect(await faultOf(clientOf(server).run(RUN))).toMatchObject({ status: 404 });
  });

  test("a redirection, which the token does not follow", async () => {
    const elsewhere = await serve((response) => answerJson(response, { id: RUN }));
    const location = `${elsewhere.url}/sign-in`;
    const server = await serve((response) => response.writeHead(302, { location }).end());
    expect(await faultOf(clientOf(server).run(RUN))).toMatchObject({ status: 302, location });
    expect(elsewhere.seen).toEqual([]);
  });
});

describe("what was not answered is a NetworkError", () => {
  test("a port where nobody listens", async () => {
    const server = await serve(() => undefined);
    await server.close();
    const fault = await faultOf(clientOf(server, { clock: createHastyClock() }).run(RUN));
    expect(fault).toBeInstanceOf(NetworkError);
    expect(fault).toMatchObject({ code: "ECONNREFUSED" });
  });

  test("TLS where there is none, once", async () => {
    const server = await serve(() => undefined);
    const clock = createHastyClock();
    const url = server.url.replace("http:", "https:");
    const fault = await faultOf(clientOf({ url }, { clock }).run(RUN));
    expect(fault).toBeInstanceOf(NetworkError);
    expect((fault as NetworkError).code).toMatch(/SSL|EPROTO/);
  });

  test("a server that takes too long, for its head or its body", async () => {
    const server = await serve((response, nth) => {
      if (nth === 0) return;
      response.writeHead(200, { "content-type": "application/json" });
      response.write("{");
    });
    const impatient = clientOf(server, { requestTimeoutMs: 60, attemptsMax: 1 });
    expect(await faultOf(impatient.run(RUN))).toMatchObject({ code: "timeout" });
    expect(await faultOf(impatient.run(RUN))).toMatchObject({ code: "timeout" });
  });

  test("a signal ends a call with its own reason, also while it waits to try again", async () => {
    const server = await serve((response) =>
      answerJson(response, problem("engine_unavailable", 503), {
        status: 503,
        headers: { "retry-after": "30" },
      }),
    );
    const stop = new AbortController();
    const call = faultOf(clientOf(server).run(RUN, { signal: stop.signal }));
    setTimeout(() => stop.abort(new Error("enough")), 50);
    expect(await call).toMatchObject({ message: "enough" });
    expect(server.seen).toHaveLength(1);
  });
});

describe("the address", () => {
  test("may be any path, with or without a slash behind it, and ids are encoded", async () => {
    const server = await serve((response) => answerJson(response, { id: "x" }));
    const baseUrl = `${server.url}/internal/ops/`;
    await createClient({ baseUrl, workspace: "a b" }).run("../x");
    expect(server.seen[0]?.url).toBe("/internal/ops/api/v1/workspaces/a%20b/runs/..%2Fx");
    expect(server.seen[0]?.headers.authorization).toBeUndefined();
  });

  test.each(["ftp://host", "host:80", "/path", "https://u:p@host", "https://host/?a=1"])(
    "%s is refused at once",
    (baseUrl) => {
      expect(() => createClient({ baseUrl, workspace: "north" })).toThrow(TypeError);
    },
  );

  test("a token can be made anew for each request", async () => {
    const server = await serve((response) => answerJson(response, { id: RUN }));
    let made = 0;
    const client = clientOf(server, {
      token: () => `t${(made += 1)}`,
      headers: { "x-proxy": "p" },
    });
    await client.run(RUN);
    await client.run(RUN);
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer t1",
      "Bearer t2",
    ]);
    expect(server.seen[0]?.headers["x-proxy"]).toBe("p");
  });

  test("what changes anything shows that it is meant, for sessions that go by cookies", async () => {
    const server = await serve((response) => answerJson(response, { id: RUN }));
    const client = createClient({ baseUrl: server.url, workspace: "north" });
    await client.run(RUN);
    await client.cancel(RUN);
    const marks = server.seen.map(({ headers }) => headers["settled-request"]);
    expect(marks).toEqual([undefined, "1"]);
  });
});

test("readiness is an answer, also where the server is not ready", async () => {
  const checks = [{ name: "database", ok: false }];
  const server = await serve((response, nth) =>
    nth === 0
      ? answerJson(response, { status: "ready", checks: [] })
      : answerJson(response, problem("not_ready", 503, { checks }), { status: 503 }),
  );
  expect(await clientOf(server).readiness()).toEqual({ ready: true, checks: [] });
  expect(await clientOf(server).readiness()).toEqual({ ready: false, checks });
  expect(server.seen).toHaveLength(2);
});

test("no connection is left open by a call that has ended", async () => {
  const open = new Set<unknown>();
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.write("<html>");
  });
  server.on("connection", (socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await faultOf(clientOf({ url }).run(RUN));
  await expect.poll(() => open.size).toBe(0);
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
