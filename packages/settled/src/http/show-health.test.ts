import { describe, expect, test } from "vitest";
import { get, openTestDesk, problemIn } from "./http.test-kit.ts";

describe.each(["/health", "/api/v1/health"])("%s", (health) => {
  const nobody = { resolveActor: () => Promise.resolve(null) };

  test("is ready while the database answers, for anybody", async () => {
    const handle = openTestDesk().handler({
      ...nobody,
      health: () =>
        Promise.resolve({ ready: true, checks: [{ name: "workers", ok: true, count: 2 }] }),
    });
    expect(await (await handle(get(`${health}/live`))).json()).toEqual({ status: "live" });
    expect(await (await handle(get(`${health}/ready`))).json()).toEqual({
      status: "ready",
      checks: [
        { name: "database", ok: true },
        { name: "workers", ok: true, count: 2 },
      ],
    });
  });

  test("is not ready without the database, but alive", async () => {
    const desk = openTestDesk();
    const reader = {
      ...desk.settled.reader,
      findRun: () => Promise.reject(new Error("ECONNREFUSED 10.0.0.7")),
    };
    const handle = desk.handler({ ...nobody, settled: { ...desk.settled, reader } });
    expect((await handle(get(`${health}/live`))).status).toBe(200);
    const answer = await handle(get(`${health}/ready`));
    expect(answer.headers.has("retry-after")).toBe(true);
    const problem = await problemIn(answer);
    expect(problem).toMatchObject({
      status: 503,
      type: "application/problem+json",
      body: { code: "not_ready", checks: [{ name: "database", ok: false }] },
    });
    expect(JSON.stringify(problem.body)).not.toContain("10.0.0.7");
  });

  test("a host's check that fails or never answers makes it not ready", async () => {
    const { handler, clock } = openTestDesk();
    const failing = handler({ ...nobody, health: () => Promise.reject(new Error("x")) });
    expect((await failing(get(`${health}/ready`))).status).toBe(503);
    const hanging = handler({ ...nobody, clock, health: () => new Promise(() => undefined) });
    const answer = hanging(get(`${health}/ready`));
    await clock.advance(3_000);
    expect((await answer).status).toBe(503);
  });
});
