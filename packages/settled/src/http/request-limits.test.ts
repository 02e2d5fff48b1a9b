import { describe, expect, test } from "vitest";
import { API, get, openTestDesk, post, problemIn, START } from "./http.test-kit.ts";

describe("what is sent has limits", () => {
  test.each([
    ["a path of 2,048 characters finds nothing", `/api/v1/${"x".repeat(2_040)}`, 404],
    ["a longer one is not looked for", `/api/v1/${"x".repeat(2_041)}`, 414],
    ["a query of 8,192 characters is read", `${API}/runs?initiator=${"x".repeat(8_181)}`, 400],
    ["a longer one is not", `${API}/runs?initiator=${"x".repeat(8_182)}`, 414],
    ["not on a page either", `/workspaces/north/runs?type=${"x".repeat(9_000)}`, 414],
  ])("%s", async (_what, path, status) => {
    expect((await openTestDesk().handler()(get(path))).status).toBe(status);
  });

  test.each([
    ["nested 33 deep", `{"input":${"[".repeat(32)}${"]".repeat(32)}}`],
    [
      "of 1,001 members",
      JSON.stringify({
        input: Object.fromEntries(Array.from({ length: 1_001 }, (_none, n) => [n, n])),
      }),
    ],
    ["of nothing but brackets", "[".repeat(1_000_000)],
  ])("a body %s is refused, and nothing is started", async (_what, body) => {
    const { handler, store } = openTestDesk();
    expect(await problemIn(await handler()(post(START, body)))).toMatchObject({
      status: 422,
      body: { code: "body_too_complex" },
    });
    const all = { workspaceId: "north" as never, filter: {}, after: null, limit: 10 };
    expect((await store.listRuns(all)).runs).toEqual([]);
  });
});

describe("the id of a request", () => {
  test.each(["r1", "A.b_c-9", "0".repeat(128)])("%s is echoed", async (id) => {
    const answer = await openTestDesk().handler()(get(`${API}/runs`, { "x-request-id": id }));
    expect(answer.headers.get("x-request-id")).toBe(id);
  });

  test.each(["", "-a", "a b", "<script>", "ä", "0".repeat(129), "a, b"])(
    "'%s' is not plain and is replaced",
    async (id) => {
      const answer = await openTestDesk().handler()(get(`${API}/runs`, { "x-request-id": id }));
      expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});
