import { expect, test } from "vitest";
import type { SeenWorker, WorkWatch } from "../ports/work-watch.ts";
import { createHttpHandler } from "./create-http-handler.ts";
import { API, get, MARIA, members, openTestDesk } from "./http.test-kit.ts";

const AT = new Date("2026-05-24T10:00:00Z");
const WORKER: SeenWorker = {
  id: "w1",
  name: "host:1",
  standing: "alive",
  startedAt: AT,
  beatAt: AT,
  sweptAt: AT,
  endedAt: null,
  endedBecause: null,
  runs: 2,
};
const WATCH: WorkWatch = {
  signOfLife: () => Promise.resolve(AT),
  usualTime: () => Promise.resolve({ lowMs: 1_000.4, highMs: 2_000 }),
  listWorkers: () => Promise.resolve([{ ...WORKER, sweptAt: null }, WORKER]),
};

function handlerOf(watch?: WorkWatch) {
  const desk = openTestDesk();
  const settled = watch === undefined ? desk.settled : { ...desk.settled, watch };
  return {
    ...desk,
    handle: createHttpHandler({
      settled,
      policy: members(),
      resolveActor: () => Promise.resolve(MARIA),
    }),
  };
}

test("workers are told with the last sweep of any of them", async () => {
  const { handle } = handlerOf(WATCH);
  const body = await (await handle(get(`${API}/workers`))).json();
  expect(body).toMatchObject({
    workers: [{}, { name: "host:1", state: "alive", runs: 2 }],
    last_sweep_at: AT.toISOString(),
  });
});

test("where nobody knows of workers there are not none of them", async () => {
  const answer = await handlerOf().handle(get(`${API}/workers`));
  expect(await answer.json()).toEqual({ workers: null, last_sweep_at: null });
});

test("workers need a capability of their own, in the workspace as a whole", async () => {
  const { handler } = openTestDesk();
  const forbidden = { kind: "forbidden", capability: "workers.view" } as const;
  const policy = members({ "workers.view": forbidden });
  const answer = await handler({ policy })(get(`${API}/workers`));
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ capability: "workers.view" });
});

test("a run that waits says nothing of a worker, one that runs says how it stands", async () => {
  const { handle, start, begin } = handlerOf(WATCH);
  const run = await start();
  const shown = async () => (await handle(get(`${API}/runs/${run.id}`))).json();
  expect(await shown()).toMatchObject({ sign_of_life: null, usually: null });
  await begin(run);
  expect(await shown()).toMatchObject({
    sign_of_life: AT.toISOString(),
    usually: { low_ms: 1_000, high_ms: 2_000 },
  });
});
