import { expect, test } from "vitest";
import { act, API, eventsOf, MARIA, openTestDesk, post, problemIn } from "./http.test-kit.ts";

const FAILURE = { name: "Error", message: "broken", stack: null, attempt: 1 };

test("a dry run says what would become of the run, and changes nothing", async () => {
  const desk = openTestDesk({ job: "failed" });
  const run = await desk.fail(await desk.start(), FAILURE);
  const answer = await desk.handler()(
    post(`${API}/runs/${run.id}:reconcile?dry_run=true`, { reason: "I wonder" }),
  );
  expect(answer.status).toBe(200);
  const found = { kind: "settle", decision: "attention_required", reason: "no_adapter" };
  expect(await answer.json()).toMatchObject({
    status: "running",
    look: { dry_run: true, changed: false, found },
  });
  expect(await desk.store.findRun(run.workspaceId, run.id)).toEqual(run);
});

test("a look at the truth settles the run, with who had it looked at and why", async () => {
  const desk = openTestDesk({ job: "failed" });
  const run = await desk.fail(await desk.start(), FAILURE);
  const answer = await desk.handler()(act(run, "reconcile", { reason: "it is overdue" }));
  expect(await answer.json()).toMatchObject({
    outcome: "attention_required",
    look: { dry_run: false, changed: true },
  });
  expect((await eventsOf(desk, run)).at(-1)).toMatchObject({
    kind: "reconciled",
    actor: MARIA,
    detail: { because: "it is overdue", reason: "no_adapter" },
  });
});

test("a run whose worker lives is left alone, and the answer says why", async () => {
  const desk = openTestDesk();
  const { run } = await desk.begin(await desk.start());
  const answer = await desk.handler()(act(run, "reconcile", {}));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    look: { changed: false, found: { kind: "left_alone", because: "owner_may_live" } },
  });
});

test("a run that another writes to between look and judgement is not judged in its stead", async () => {
  const desk = openTestDesk({ job: "failed" });
  const run = await desk.fail(await desk.start(), FAILURE);
  let looks = 0;
  const settled: typeof desk.settled = {
    ...desk.settled,
    async reconcile(input) {
      looks += 1;
      await desk.lifecycle.postpone(run, 1_000);
      return desk.settled.reconcile(input);
    },
  };
  const seen = { "if-match": `"${run.version}"` };
  const answer = await problemIn(await desk.handler({ settled })(act(run, "reconcile", {}, seen)));
  expect(answer).toMatchObject({ status: 412, body: { code: "stale_version" } });
  expect(looks).toBe(1);
});

test("a run of an operation that is not known here is not judged", async () => {
  const desk = openTestDesk();
  const run = await desk.startUnknown();
  const answer = await problemIn(await desk.handler()(act(run, "reconcile", {})));
  expect(answer).toMatchObject({ status: 409, body: { code: "operation_not_known" } });
});

test("a value of dry_run that is neither true nor false is refused, not guessed at", async () => {
  const desk = openTestDesk();
  const run = await desk.start();
  const answer = await desk.handler()(post(`${API}/runs/${run.id}:reconcile?dry_run=yes`, {}));
  expect(answer.status).toBe(400);
});
