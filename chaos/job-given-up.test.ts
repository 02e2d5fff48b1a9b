import { afterAll, beforeAll, expect, test } from "vitest";
import { openProbeWorld, type ProbeWorld, until } from "./probe-world.ts";

/** pg-boss looks for silent jobs every 2 s, and a third of a heartbeat of 10 s passes between two beats. */
const GIVEN_UP_WITHIN_MS = 10_000;
const HEARD_WITHIN_MS = 5_000;

let world: ProbeWorld;

beforeAll(async () => {
  world = await openProbeWorld();
  await world.work();
}, 60_000);

afterAll(() => world.close());

test(
  "a handler that listens works on after pg-boss has given its job up, and ends its run",
  { timeout: 60_000 },
  async () => {
    const run = await world.start({
      steps: [
        { does: "mark", word: "here" },
        { does: "sleep", ms: GIVEN_UP_WITHIN_MS + HEARD_WITHIN_MS },
        { does: "commit", id: "given-up" },
      ],
    });
    await world.marked(run, "here", GIVEN_UP_WITHIN_MS);
    // What pg-boss does to the job of a process whose event loop was busy for longer than a heartbeat.
    const silent = "update pgboss.job set heartbeat_on = now() - interval '1 day' where id = $1";
    const isFailed = (job: { state: string } | null) => job?.state === "failed";
    await until(
      GIVEN_UP_WITHIN_MS,
      async () => {
        await world.sql(silent, [run.id]);
        return world.job(run);
      },
      isFailed,
    );
    const ended = await world.completed(run, GIVEN_UP_WITHIN_MS + 2 * HEARD_WITHIN_MS);
    expect([ended.outcome, ended.attempt]).toEqual(["succeeded", 1]);
    expect(await world.kinds(run)).toEqual(["created", "dispatched", "begun", "finished"]);
    expect(await world.artifacts(run)).toEqual(["given-up"]);
    expect(await world.violations()).toEqual([]);
  },
);
