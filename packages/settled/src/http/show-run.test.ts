import { describe, expect, test } from "vitest";
import { API, get, members, openTestDesk, problemIn } from "./http.test-kit.ts";

const FAILURE = {
  name: "DatabaseError",
  message: "duplicate key value violates unique constraint",
  stack: "at compose (/srv/app/compose.ts:3:1)",
  attempt: 1,
};
const NO_DETAIL = members({ "runs.detail": { kind: "forbidden", capability: "runs.detail" } });

describe("showing a run over HTTP", () => {
  test("a finished run is presented with its artifact as it is now", async () => {
    const { handler, start, finish, shelf } = openTestDesk();
    shelf.set("review-4", { title: "Review of May" });
    const related = { type: "environment_review", id: "review-4" };
    const run = await finish(await start(), { outcome: "succeeded", related });
    const answer = await handler()(get(`${API}/runs/${run.id}`));
    expect(answer.headers.get("etag")).toBe(`"${run.version}"`);
    const body = (await answer.json()) as Record<string, unknown>;
    expect(body).toMatchObject({
      id: run.id,
      status: "completed",
      outcome: "succeeded",
      done: true,
      artifact: { ...related, href: "/workspaces/north/reviews/review-4" },
      presentation: { title: "Environment review: succeeded" },
      links: { self: `${API}/runs/${run.id}`, page: `/workspaces/north/runs/${run.id}` },
    });
  });

  test("every address that a run links to is answered", async () => {
    const { handler, start } = openTestDesk();
    const run = await start();
    const body = (await (await handler()(get(`${API}/runs/${run.id}`))).json()) as {
      links: Record<string, string>;
    };
    expect(Object.keys(body.links)).toContain("wait");
    for (const [name, link] of Object.entries(body.links)) {
      const address = name === "wait" ? `${link}?timeout=0` : link;
      expect((await handler()(get(address))).status).toBe(200);
    }
  });

  test("an artifact of another scope is neither linked nor named", async () => {
    const { handler, start, finish, shelf } = openTestDesk();
    shelf.set("review-5", { environmentId: "fabrikam" as never });
    const related = { type: "environment_review", id: "review-5" };
    const run = await finish(await start(), { outcome: "succeeded", related });
    for (const path of [`${API}/runs/${run.id}`, `/workspaces/north/runs/${run.id}`]) {
      expect(await (await handler()(get(path))).text()).not.toContain("review-5");
    }
  });

  test("the detail of an error needs the capability, on every surface", async () => {
    const { handler, start, fail } = openTestDesk();
    const run = await fail(await start(), FAILURE);
    for (const path of [
      `${API}/runs/${run.id}`,
      `${API}/runs/${run.id}/events`,
      `${API}/runs`,
      `/workspaces/north/runs/${run.id}`,
      "/workspaces/north/runs",
    ]) {
      const text = await (await handler({ policy: NO_DETAIL })(get(path))).text();
      expect(text).not.toMatch(/duplicate key|compose\.ts|DatabaseError/);
    }
    const page = await handler({ policy: NO_DETAIL })(get(`/workspaces/north/runs/${run.id}`));
    expect(await page.text()).toContain("runs.detail");
    const open = await (await handler()(get(`${API}/runs/${run.id}`))).json();
    expect(open).toMatchObject({ failure: { name: "DatabaseError", attempt: 1 } });
    const openPage = await handler()(get(`/workspaces/north/runs/${run.id}`));
    expect(await openPage.text()).toContain("duplicate key");
  });
});

describe("the timeline over HTTP", () => {
  test("events are paged by sequence, each with its sentence", async () => {
    const { handler, start, finish } = openTestDesk();
    const run = await finish(await start(), { outcome: "failed" });
    const kinds: string[] = [];
    for (let path: string | null = `${API}/runs/${run.id}/events?limit=2`; path !== null;) {
      const answer = await handler()(get(path));
      const page = (await answer.json()) as {
        events: { kind: string; sentence: string }[];
        next: string | null;
      };
      expect(page.events.every(({ sentence }) => sentence.endsWith("."))).toBe(true);
      expect(answer.headers.has("link")).toBe(page.next !== null);
      kinds.push(...page.events.map(({ kind }) => kind));
      path = page.next;
    }
    expect(kinds).toEqual(["created", "dispatched", "begun", "finished"]);
  });

  test.each(["after=-1", "after=99999999999999999999", "limit=201", "from=1"])(
    "?%s is refused",
    async (query) => {
      const { handler, start } = openTestDesk();
      const run = await start();
      const answer = await handler()(get(`${API}/runs/${run.id}/events?${query}`));
      expect(await problemIn(answer)).toMatchObject({
        status: 400,
        body: { code: "invalid_query" },
      });
    },
  );
});
