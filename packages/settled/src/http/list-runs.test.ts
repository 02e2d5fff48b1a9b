import { describe, expect, test } from "vitest";
import { API, CONTOSO, FABRIKAM, get, members, openTestDesk, problemIn } from "./http.test-kit.ts";

interface Page {
  readonly runs: readonly { readonly id: string; readonly environment_id: string | null }[];
  readonly next: string | null;
}

async function pageAt(handler: (request: Request) => Promise<Response>, path: string) {
  const answer = await handler(get(path));
  expect(answer.status).toBe(200);
  return { answer, page: (await answer.json()) as Page };
}

describe("listing runs over HTTP", () => {
  test("25 runs of one moment are paged without a gap or a repetition", async () => {
    const { handler, start } = openTestDesk();
    const made = await Promise.all(Array.from({ length: 25 }, () => start()));
    expect(new Set(made.map((run) => run.createdAt.getTime())).size).toBe(1);
    const seen: string[] = [];
    let pages = 0;
    for (let path: string | null = `${API}/runs?limit=10`; path !== null; pages += 1) {
      const { answer, page } = await pageAt(handler(), path);
      seen.push(...page.runs.map(({ id }) => id));
      expect(answer.headers.get("link")).toBe(
        page.next === null ? null : `<${page.next}>; rel="next"`,
      );
      path = page.next;
    }
    expect(pages).toBe(3);
    expect(seen).toHaveLength(25);
    expect(new Set(seen)).toEqual(new Set(made.map(({ id }) => id)));
  });

  test("the next page keeps the filter", async () => {
    const { handler, start } = openTestDesk();
    for (let n = 0; n < 3; n += 1) await start({ environmentId: CONTOSO });
    await start({ environmentId: FABRIKAM });
    const { page } = await pageAt(handler(), `${API}/runs?environment=contoso&limit=2`);
    expect(page.next).toContain("environment=contoso");
    const rest = await pageAt(handler(), page.next ?? "");
    expect(rest.page.runs).toHaveLength(1);
    expect(rest.page.runs[0]?.environment_id).toBe("contoso");
  });

  test("a comma means or", async () => {
    const { handler, start, finish } = openTestDesk();
    await finish(await start(), { outcome: "failed" });
    await finish(await start(), { outcome: "blocked" });
    await start();
    const { page } = await pageAt(handler(), `${API}/runs?outcome=failed,blocked`);
    expect(page.runs).toHaveLength(2);
    expect((await pageAt(handler(), `${API}/runs?status=queued`)).page.runs).toHaveLength(1);
    const dated = `${API}/runs?since=2026-05-01&until=2026-05-02T00:00:00Z&initiator=u1`;
    expect((await pageAt(handler(), dated)).page.runs).toHaveLength(3);
  });

  test.each([
    ["limit=10000000", "limit", "200"],
    ["limit=0", "limit", "1 to 200"],
    ["limit=-1", "limit", "1 to 200"],
    ["limit=ten", "limit", "1 to 200"],
    ["status=done", "status", "queued, running, completed"],
    ["outcome=succeeded,won", "outcome", "attention_required"],
    ["outcome=", "outcome", "attention_required"],
    ["environment=../x", "environment", "environments"],
    ["since=yesterday", "since", "2026-05-24"],
    ["since=2026-02-31", "since", "2026-05-24"],
    ["cursor=abc", "cursor", "next"],
    ["cursor=MTIz", "cursor", "next"],
    ["limit=1&limit=2", "limit", "twice"],
    ["colour=red", "colour", "allowed are status"],
    ["__proto__=1", "__proto__", "allowed are"],
    ["status=queued%00", "status", "queued, running, completed"],
  ])("?%s is refused, and the answer says what is allowed", async (query, parameter, words) => {
    const problem = await problemIn(await openTestDesk().handler()(get(`${API}/runs?${query}`)));
    expect(problem).toMatchObject({ status: 400, body: { code: "invalid_query" } });
    expect(problem.body["errors"]).toMatchObject([{ parameter }]);
    expect(problem.body["detail"]).toContain(words);
  });

  test("a query with very many parameters is refused at once", async () => {
    const query = Array.from({ length: 1_200 }, (_none, n) => `p${n}`).join("&");
    const answer = await openTestDesk().handler()(get(`${API}/runs?${query}`));
    const problem = await problemIn(answer);
    expect(problem).toMatchObject({ status: 400, body: { code: "invalid_query" } });
    expect(JSON.stringify(problem.body).length).toBeLessThan(1_000);
  });

  test("runs of an environment that is hidden are not listed", async () => {
    const { handler, start } = openTestDesk();
    await start({ environmentId: CONTOSO });
    const seen = await start({ environmentId: FABRIKAM });
    const policy = members({ contoso: { kind: "hidden" } });
    const { page } = await pageAt(handler({ policy }), `${API}/runs`);
    expect(page.runs.map(({ id }) => id)).toEqual([seen.id]);
    const asked = await handler({ policy })(get(`${API}/runs?environment=fabrikam,contoso`));
    expect(asked.status).toBe(404);
  });

  test("a member of one environment alone reads its runs by naming it", async () => {
    const { handler, start } = openTestDesk();
    await start({ environmentId: CONTOSO });
    const policy = members({
      "runs.view": { kind: "forbidden", capability: "runs.view" },
      contoso: { kind: "allowed" },
    });
    expect((await handler({ policy })(get(`${API}/runs`))).status).toBe(403);
    const { page } = await pageAt(handler({ policy }), `${API}/runs?environment=contoso`);
    expect(page.runs).toHaveLength(1);
  });

  test("the catalog names type, label and capability", async () => {
    const answer = await openTestDesk().handler()(get(`${API}/operations`));
    expect(await answer.json()).toMatchObject({
      operations: [
        {
          type: "environment.review.compose",
          label: "Environment review",
          capability: "reviews.compose",
        },
        { type: "restore.execute" },
      ],
    });
  });
});
