import { describe, expect, test } from "vitest";
import {
  API,
  CONTOSO,
  HOST,
  members,
  openTestDesk,
  post,
  problemIn,
  START,
} from "./http.test-kit.ts";

interface Started {
  readonly id: string;
  readonly joined: boolean;
  readonly initiator: { readonly name: string };
}

describe("starting over HTTP", () => {
  test("a new run is accepted, and the answer says where to look and when", async () => {
    const answer = await openTestDesk().handler()(post(START, { environment_id: CONTOSO }));
    expect(answer.status).toBe(202);
    const run = (await answer.json()) as Started;
    expect(run).toMatchObject({ joined: false, status: "queued", environment_id: CONTOSO });
    expect(answer.headers.get("location")).toBe(`${API}/runs/${run.id}`);
    expect(answer.headers.get("operation-location")).toBe(`${API}/runs/${run.id}`);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("the same work twice is one run, and the second caller reads who started it", async () => {
    const handler = openTestDesk().handler();
    const first = (await (await handler(post(START, { input: { month: "5" } }))).json()) as Started;
    const again = await handler(post(START, { input: { month: "5" } }));
    expect(again.status).toBe(200);
    const joined = (await again.json()) as Started;
    expect(joined).toMatchObject({ id: first.id, joined: true });
    expect(joined.initiator.name).toBe("Maria Lang");
  });

  test("trace headers are kept with the run, and malformed ones are not", async () => {
    const { handler, store } = openTestDesk();
    const traceparent = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;
    await handler()(post(START, {}, { traceparent, tracestate: "vendor=1" }));
    await handler()(post(START, { input: { month: "6" } }, { traceparent: "00-zz" }));
    const { runs } = await store.listRuns({
      workspaceId: "north" as never,
      filter: {},
      after: null,
      limit: 10,
    });
    const traces = runs.map((run) => run.context.trace);
    expect(traces).toContainEqual({ traceparent, tracestate: "vendor=1" });
    expect(traces).toContainEqual(undefined);
  });

  test.each([
    ["is not JSON", "{", 400, "body_not_json"],
    ["is empty", "", 400, "body_not_json"],
    ["is no object", "[1]", 422, "invalid_body"],
    ["has an unknown member", { inputs: {} }, 422, "invalid_body"],
    ["brings a context", { context: { dispatch: {} } }, 422, "invalid_body"],
    ["names no environment id", { environment_id: "../x" }, 422, "invalid_body"],
    ["brings a wrong input", { input: { month: 5 } }, 422, "invalid_input"],
    ["brings a poisoned input", '{"input":{"__proto__":{"a":1}}}', 422, "invalid_input"],
    ["brings a large input", { input: { month: "x".repeat(300_000) } }, 413, "input_too_large"],
    ["is of 2 MiB", { input: { month: "x".repeat(2_097_152) } }, 413, "body_too_large"],
  ])("a body that %s is refused", async (_what, body, status, code) => {
    const problem = await problemIn(await openTestDesk().handler()(post(START, body)));
    expect(problem).toMatchObject({ status, type: "application/problem+json" });
    expect(problem.body).toMatchObject({ status, code, type: `urn:settled:problem:${code}` });
  });

  test("what is wrong is named by JSON Pointer into the body", async () => {
    const handler = openTestDesk().handler();
    const input = await problemIn(await handler(post(START, { input: { month: 5 } })));
    expect(input.body["errors"]).toEqual([
      { pointer: "/input/month", detail: "A month is text such as 2026-05." },
    ]);
    const context = await problemIn(await handler(post(START, { context: {} })));
    expect(context.body["errors"]).toMatchObject([{ pointer: "/context" }]);
  });

  test("a body that never ends is cut off at its limit", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const headers = { "content-type": "application/json", "settled-request": "1" };
    const endless = new Request(`${HOST}${START}`, {
      method: "POST",
      body,
      headers,
      duplex: "half",
    });
    const answer = await openTestDesk().handler()(endless);
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(2_000_000);
  });

  test("a body of another type or encoding is refused", async () => {
    const handler = openTestDesk().handler();
    const types: Record<string, string>[] = [
      { "content-type": "text/plain" },
      { "content-type": "application/x-www-form-urlencoded" },
      { "content-encoding": "gzip" },
    ];
    for (const headers of types) {
      expect((await handler(post(START, {}, headers))).status).toBe(415);
    }
  });

  test("an unknown operation is answered with those that are known, an old name with the new", async () => {
    const handler = openTestDesk().handler();
    const unknown = await problemIn(await handler(post(`${API}/operations/a.b/runs`, {})));
    expect(unknown).toMatchObject({ status: 422, body: { code: "unknown_operation" } });
    expect(unknown.body["operation_types"]).toEqual([
      "environment.review.compose",
      "restore.execute",
    ]);
    const old = await problemIn(await handler(post(`${API}/operations/review.compose/runs`, {})));
    expect(old).toMatchObject({
      status: 422,
      body: { code: "renamed_operation", canonical_type: "environment.review.compose" },
    });
  });

  test("a member without the operation's capability reads which one it is", async () => {
    const policy = members({
      "reviews.compose": { kind: "forbidden", capability: "reviews.compose" },
    });
    const answer = await openTestDesk().handler({ policy })(post(START, {}));
    expect(await problemIn(answer)).toMatchObject({
      status: 403,
      body: { code: "forbidden", capability: "reviews.compose" },
    });
  });

  test("an environment that is hidden cannot be started in", async () => {
    const desk = openTestDesk();
    const handler = desk.handler({ policy: members({ contoso: { kind: "hidden" } }) });
    expect((await handler(post(START, { environment_id: "contoso" }))).status).toBe(404);
    expect((await handler(post(START, { environment_id: "fabrikam" }))).status).toBe(202);
  });
});
