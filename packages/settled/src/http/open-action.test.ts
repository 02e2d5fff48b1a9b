import { describe, expect, test } from "vitest";
import { asRunId } from "../run/scope.ts";
import { RUN_CAPABILITIES } from "./capabilities.ts";
import { act, API, get, HOST, members, openTestDesk, post, problemIn } from "./http.test-kit.ts";

const RESOLVE = { outcome: "failed", reason: "the vendor says so" };
const ACTIONS = [
  ["cancel", {}],
  ["reconcile", {}],
  ["rerun", {}],
  ["resolve", RESOLVE],
] as const;

/** A run on which the action is taken when nothing speaks against it. */
async function actionable(verb: string) {
  const desk = openTestDesk();
  const started = await desk.start();
  const run = verb === "rerun" ? await desk.finish(started, { outcome: "failed" }) : started;
  return { ...desk, run };
}

describe.each(ACTIONS)("the action %s", (verb, body) => {
  test("needs its own capability, and the answer names it", async () => {
    const { handler, run, store } = await actionable(verb);
    const capability = `runs.${verb}`;
    expect(RUN_CAPABILITIES).toContain(capability);
    const policy = members({ [capability]: { kind: "forbidden", capability } });
    const answer = await problemIn(await handler({ policy })(act(run, verb, body)));
    expect(answer).toMatchObject({ status: 403, body: { code: "forbidden", capability } });
    expect((await store.findRun(run.workspaceId, run.id))?.version).toBe(run.version);
  });

  test("is hidden from an actor from whom its capability is hidden, as if the run were not there", async () => {
    const { handler, run } = await actionable(verb);
    const handle = handler({ policy: members({ [`runs.${verb}`]: { kind: "hidden" } }) });
    const hidden = await handle(act(run, verb, body));
    const absent = await handle(act({ ...run, id: asRunId(crypto.randomUUID()) }, verb, body));
    expect([hidden.status, await hidden.text()]).toEqual([absent.status, await absent.text()]);
  });

  test("is not taken on a version that stands no more, and is on the one that stands", async () => {
    const { handler, run, store } = await actionable(verb);
    for (const tag of [`"${run.version - 1}"`, '"nonsense"', "", `"${run.version + 1}", "x"`]) {
      const stale = await problemIn(await handler()(act(run, verb, body, { "if-match": tag })));
      expect(stale).toMatchObject({
        status: 412,
        body: { code: "stale_version", reason: "stale", next_actions: [expect.any(String)] },
      });
    }
    expect((await store.findRun(run.workspaceId, run.id))?.version).toBe(run.version);
    const tags = { "if-match": `"0", W/"${run.version}"` };
    expect((await handler()(act(run, verb, body, tags))).status).toBeLessThan(300);
  });

  test.each([
    ["is no object", "[]", 422, "invalid_body"],
    ["has an unknown member", { ...body, force: true }, 422, "invalid_body"],
    ["gives a reason that is no text", { ...body, reason: 5 }, 422, "invalid_body"],
    ["gives a blank reason", { ...body, reason: " \u0000 " }, 422, "invalid_body"],
    ["gives a book as its reason", { ...body, reason: "x".repeat(1_001) }, 422, "invalid_body"],
    ["is not JSON", "{", 400, "body_not_json"],
  ])("refuses a body that %s", async (_what, sent, status, code) => {
    const { handler, run, store } = await actionable(verb);
    const problem = await problemIn(await handler()(act(run, verb, sent)));
    expect(problem).toMatchObject({ status, body: { code } });
    expect((await store.findRun(run.workspaceId, run.id))?.version).toBe(run.version);
  });

  test("refuses a parameter that it does not know", async () => {
    const { handler, run } = await actionable(verb);
    const path = `${API}/runs/${run.id}:${verb}?dry-run=true`;
    expect(await problemIn(await handler()(post(path, body)))).toMatchObject({
      status: 400,
      body: { code: "invalid_query" },
    });
  });

  test("is refused to another site's page, and to whoever only looks", async () => {
    const { handler, run } = await actionable(verb);
    const foreign = { cookie: "session=1", "sec-fetch-site": "cross-site" };
    const crossSite = await problemIn(await handler()(act(run, verb, body, foreign)));
    expect(crossSite).toMatchObject({ status: 403, body: { code: "cross_site_request" } });
    const looked = await handler()(get(`${API}/runs/${run.id}:${verb}`));
    expect([looked.status, looked.headers.get("allow")]).toEqual([405, "POST"]);
  });
});

test.each(["cancel", "reconcile", "rerun"])("the action %s needs no body at all", async (verb) => {
  const { handler, run } = await actionable(verb);
  const headers = { "settled-request": "1" };
  const bare = new Request(`${HOST}${API}/runs/${run.id}:${verb}`, { method: "POST", headers });
  expect((await handler()(bare)).status).toBeLessThan(300);
});

test("a verb that does not exist finds nothing", async () => {
  const { handler, run } = await actionable("cancel");
  expect((await handler()(act(run, "destroy", {}))).status).toBe(405);
  expect((await handler()(get(`${API}/runs/${run.id}:destroy`))).status).toBe(404);
});
