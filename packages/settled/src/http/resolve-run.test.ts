import { expect, test } from "vitest";
import { act, CONTOSO, eventsOf, MARIA, openTestDesk, problemIn } from "./http.test-kit.ts";

const FAILED = { outcome: "failed", reason: "I looked into the tenant" } as const;
const FAILURE = { name: "Error", message: "broken", stack: null, attempt: 1 };
const RELATED = { type: "environment_review", id: "may" };

test("a person settles a run, and who and why stand in its timeline", async () => {
  const desk = openTestDesk();
  const run = await desk.fail(await desk.start(), FAILURE);
  const answer = await desk.handler()(act(run, "resolve", FAILED));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    outcome: "failed",
    reconciliation: { adapter: "operator", decided_by: "Maria Lang" },
  });
  expect((await eventsOf(desk, run)).at(-1)).toMatchObject({
    kind: "reconciled",
    actor: MARIA,
    detail: { because: "I looked into the tenant", adapter: "operator" },
  });
});

test("a result that stands in the run's own place is named with the outcome", async () => {
  const desk = openTestDesk();
  const run = await desk.fail(await desk.start(), FAILURE);
  desk.shelf.set("may", { workspaceId: run.workspaceId, environmentId: CONTOSO });
  const body = { outcome: "succeeded", related: RELATED, reason: "it is there" };
  const answer = await desk.handler()(act(run, "resolve", body));
  expect(await answer.json()).toMatchObject({ outcome: "succeeded", artifact: RELATED });
});

test.each([
  ["of another environment", { environmentId: "fabrikam" as never }],
  ["of another workspace", { workspaceId: "south" as never }],
])("a result %s is not there for the run", async (_where, place) => {
  const desk = openTestDesk();
  const run = await desk.fail(await desk.start(), FAILURE);
  desk.shelf.set("may", { workspaceId: run.workspaceId, environmentId: CONTOSO, ...place });
  const body = { outcome: "succeeded", related: RELATED, reason: "it is there" };
  const problem = await problemIn(await desk.handler()(act(run, "resolve", body)));
  expect(problem).toMatchObject({
    status: 409,
    body: { code: "artifact_not_found", reason: "artifact_not_found" },
  });
});

test.each(["succeeded", "partially_succeeded"])(
  "an operation that makes something is not settled as %s without naming it",
  async (outcome) => {
    const desk = openTestDesk();
    const run = await desk.fail(await desk.start(), FAILURE);
    for (const related of [null, { type: "restore", id: "may" }]) {
      const body = { outcome, related, reason: "it is there" };
      const problem = await problemIn(await desk.handler()(act(run, "resolve", body)));
      expect(problem).toMatchObject({
        status: 409,
        body: { code: "artifact_not_named", reason: "artifact_not_named" },
      });
    }
    expect(await desk.store.findRun(run.workspaceId, run.id)).toEqual(run);
  },
);

test("an operation that makes nothing is settled as succeeded by a person's word", async () => {
  const desk = openTestDesk();
  const run = await desk.start({ type: "restore.execute", input: {} });
  const body = { outcome: "succeeded", reason: "I saw it" };
  expect((await desk.handler()(act(run, "resolve", body))).status).toBe(200);
});

test("a success is final, and nothing is settled twice with the same outcome", async () => {
  const desk = openTestDesk();
  desk.shelf.set("may", { environmentId: CONTOSO });
  const good = await desk.finish(await desk.start(), { outcome: "succeeded", related: RELATED });
  const bad = await desk.finish(await desk.start(), { outcome: "failed" });
  for (const run of [good, bad]) {
    const problem = await problemIn(await desk.handler()(act(run, "resolve", FAILED)));
    expect(problem).toMatchObject({ status: 409, body: { code: "final", reason: "final" } });
  }
});

test("nobody settles a run by hand whose worker may still end it", async () => {
  const desk = openTestDesk();
  const { run } = await desk.begin(await desk.start());
  const problem = await problemIn(await desk.handler()(act(run, "resolve", FAILED)));
  expect(problem).toMatchObject({ status: 409, body: { code: "owner_may_live" } });
});

test("a run that others keep writing to is told to be busy, and is not settled", async () => {
  const desk = openTestDesk();
  const run = await desk.fail(await desk.start(), FAILURE);
  const settled: typeof desk.settled = {
    ...desk.settled,
    resolve: () => Promise.resolve({ kind: "refused", because: "busy" }),
  };
  const answer = await desk.handler({ settled })(act(run, "resolve", FAILED));
  expect(answer.headers.has("retry-after")).toBe(true);
  expect(await problemIn(answer)).toMatchObject({ status: 409, body: { code: "busy" } });
});

test.each([
  ["no outcome", { reason: "because" }, "/outcome"],
  ["an outcome of its own making", { ...FAILED, outcome: "fine" }, "/outcome"],
  ["no reason", { outcome: "failed" }, "/reason"],
  ["half a result", { ...FAILED, related: { type: "environment_review" } }, "/related/id"],
  ["a result with more to it", { ...FAILED, related: { ...RELATED, x: 1 } }, "/related/x"],
  ["a result of an odd type", { ...FAILED, related: { ...RELATED, type: "?" } }, "/related"],
  ["a result that is text", { ...FAILED, related: "environment_review/may" }, "/related"],
])("a body with %s is refused, and the place is named", async (_what, body, pointer) => {
  const desk = openTestDesk();
  const run = await desk.fail(await desk.start(), FAILURE);
  const problem = await problemIn(await desk.handler()(act(run, "resolve", body)));
  expect(problem.status).toBe(422);
  expect(problem.body["errors"]).toMatchObject([{ pointer }]);
});
