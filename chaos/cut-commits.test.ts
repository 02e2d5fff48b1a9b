import { afterAll, beforeAll, expect, test } from "vitest";
import { type CuttingProxy, openCuttingProxy } from "./cutting-proxy.ts";
import { createHandEngine } from "./hand-engine.ts";
import { openProbe, type Probe } from "./open-probe.ts";
import { openProbeWorld, type ProbeWorld, SCOPE } from "./probe-world.ts";

const CUTS = 20;

const hand = createHandEngine();
let world: ProbeWorld;
let proxy: CuttingProxy;
/** A process whose line to the database goes through the proxy. */
let cutOff: Probe;

beforeAll(async () => {
  world = await openProbeWorld();
  proxy = await openCuttingProxy(world.url);
  cutOff = openProbe({ connectionString: proxy.url, engine: hand.engine });
  await world.work({ on: cutOff, sweep: false });
}, 60_000);

afterAll(async () => {
  await world.close();
  await cutOff.close();
  await proxy.close();
});

for (const when of ["before", "after"] as const) {
  test(`starts whose line is cut ${when} their commit are accepted, once each`, async () => {
    const before = proxy.cuts();
    for (let index = 0; index < CUTS; index += 1) {
      proxy.cutNextCommit(when);
      const answer = await cutOff.settled.start({
        ...SCOPE,
        type: "probe.make",
        input: { key: `start-${when}-${index}`, steps: [] },
        initiator: { kind: "user", id: "chaos", name: "Chaos" },
      });
      if (answer.kind === "refused") throw new Error(answer.because);
      expect(answer.joined).toBe(false);
      expect(await world.kinds(answer.run)).toEqual(["created", "dispatched"]);
      expect((await world.now(answer.run)).version).toBe(answer.run.version);
      expect((await world.job(answer.run))?.state).toBe("created");
    }
    expect(proxy.cuts() - before).toBe(CUTS);
  });

  test(`handlers whose line is cut ${when} the commit of their artifact end their run, once each`, async () => {
    const before = proxy.cuts();
    for (let index = 0; index < CUTS; index += 1) {
      const id = `artifact-${when}-${index}`;
      const run = await world.start({ key: id, steps: [{ does: "commit", id }] });
      proxy.cutNextCommit(when);
      await hand.deliver(run);
      const ended = await world.now(run);
      expect([ended.outcome, ended.attempt]).toEqual(["succeeded", 1]);
      expect(await world.artifacts(run)).toEqual([id]);
      expect(await world.kinds(run)).toEqual(["created", "dispatched", "begun", "finished"]);
    }
    expect(proxy.cuts() - before).toBe(CUTS);
  });
}

test("after all these cuts no invariant is violated", async () => {
  expect(await world.violations()).toEqual([]);
});
