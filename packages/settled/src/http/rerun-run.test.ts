import { expect, test } from "vitest";
import {
  act,
  API,
  CONTOSO,
  eventsOf,
  MARIA,
  members,
  openTestDesk,
  problemIn,
} from "./http.test-kit.ts";

test("a settled run is done again as a new run that names the old one, which stays as it was", async () => {
  const desk = openTestDesk();
  const old = await desk.finish(await desk.start(), { outcome: "failed" });
  const traceparent = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;
  const answer = await desk.handler()(
    act(old, "rerun", { reason: "the quota was raised" }, { traceparent }),
  );
  expect(answer.status).toBe(202);
  const run = (await answer.json()) as { id: string };
  expect(run).toMatchObject({ rerun_of: old.id, joined: false, environment_id: CONTOSO });
  expect(answer.headers.get("location")).toBe(`${API}/runs/${run.id}`);
  const stored = await desk.store.findRun(old.workspaceId, run.id as never);
  expect(stored).toMatchObject({ input: old.input, context: { trace: { traceparent } } });
  expect(await desk.store.findRun(old.workspaceId, old.id)).toEqual(old);
  expect((await eventsOf(desk, { ...old, id: run.id as never }))[0]).toMatchObject({
    kind: "created",
    actor: MARIA,
    detail: { because: "the quota was raised" },
  });
});

test("a second rerun while the first is under way joins it", async () => {
  const desk = openTestDesk();
  const old = await desk.finish(await desk.start(), { outcome: "failed" });
  const first = (await (await desk.handler()(act(old, "rerun", {}))).json()) as { id: string };
  const answer = await desk.handler()(act(old, "rerun", {}));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ id: first.id, joined: true });
});

test("a run that has not ended is not done again", async () => {
  const desk = openTestDesk();
  const run = await desk.start();
  const problem = await problemIn(await desk.handler()(act(run, "rerun", {})));
  expect(problem).toMatchObject({ status: 409, body: { code: "not_settled" } });
});

test("a run of an operation that is not known here is not done again", async () => {
  const desk = openTestDesk();
  const run = await desk.startUnknown();
  const problem = await problemIn(await desk.handler()(act(run, "rerun", {})));
  expect(problem).toMatchObject({ status: 409, body: { code: "operation_not_known" } });
});

test("who may not start the operation may not have it done again either", async () => {
  const desk = openTestDesk();
  const old = await desk.finish(await desk.start(), { outcome: "failed" });
  const capability = "reviews.compose";
  const policy = members({ [capability]: { kind: "forbidden", capability } });
  const problem = await problemIn(await desk.handler({ policy })(act(old, "rerun", {})));
  expect(problem).toMatchObject({ status: 403, body: { capability } });
});

test("an input that is not accepted any more is told as that, not as the caller's fault", async () => {
  const desk = openTestDesk();
  const old = await desk.finish(await desk.start(), { outcome: "failed" });
  const settled: typeof desk.settled = {
    ...desk.settled,
    rerun: () => Promise.resolve({ kind: "refused", because: "input_outdated" }),
  };
  const problem = await problemIn(await desk.handler({ settled })(act(old, "rerun", {})));
  expect(problem).toMatchObject({ status: 409, body: { code: "input_outdated" } });
});
