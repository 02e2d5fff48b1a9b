import { expect, test } from "vitest";
import { act, eventsOf, MARIA, openTestDesk, problemIn } from "./http.test-kit.ts";

test("a run that was never begun is cancelled at once, with who asked and why in its timeline", async () => {
  const desk = openTestDesk();
  const run = await desk.start();
  const answer = await desk.handler()(act(run, "cancel", { reason: "started by mistake" }));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("etag")).toBe(`"${run.version + 1}"`);
  expect(await answer.json()).toMatchObject({
    outcome: "cancelled",
    done: true,
    cancellation: "cancelled",
  });
  expect((await eventsOf(desk, run)).at(-1)).toMatchObject({
    kind: "cancelled",
    actor: MARIA,
    detail: { because: "started by mistake" },
  });
});

test("the worker of a run under way is asked to stop, once however often it is asked for", async () => {
  const desk = openTestDesk();
  const { run } = await desk.begin(await desk.start());
  const first = await desk.handler()(act(run, "cancel", { reason: "too slow" }));
  expect(first.status).toBe(202);
  expect(Number(first.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await first.json()).toMatchObject({ status: "running", cancellation: "requested" });
  const second = await desk.handler()(act(run, "cancel", {}));
  expect(await second.json()).toMatchObject({ cancellation: "already_requested" });
  const asked = (await eventsOf(desk, run)).filter(({ kind }) => kind === "cancel_requested");
  expect(asked).toMatchObject([{ actor: MARIA, detail: { because: "too slow" } }]);
});

test("a run that has ended is not cancelled, and the answer says so in plain words", async () => {
  const desk = openTestDesk();
  const run = await desk.finish(await desk.start(), { outcome: "failed" });
  const problem = await problemIn(await desk.handler()(act(run, "cancel", {})));
  expect(problem).toMatchObject({
    status: 409,
    body: {
      code: "already_completed",
      reason: "already_completed",
      next_actions: ["Look at how it ended."],
    },
  });
});

test("of two clicks on one page only the first acts", async () => {
  const desk = openTestDesk();
  const { run } = await desk.begin(await desk.start());
  const seen = { "if-match": `"${run.version}"` };
  const answers = await Promise.all([1, 2].map(() => desk.handler()(act(run, "cancel", {}, seen))));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 412]);
});
