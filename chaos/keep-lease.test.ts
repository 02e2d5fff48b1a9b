import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPostgres } from "../packages/settled/src/postgres/open-postgres.ts";
import { type CuttingProxy, openCuttingProxy } from "./cutting-proxy.ts";
import { openProbeWorld, type ProbeWorld } from "./probe-world.ts";

const LEASE = { leaseBeatMs: 1_000, leaseValidMs: 6_000 } as const;

let world: ProbeWorld;
let proxy: CuttingProxy;

beforeAll(async () => {
  world = await openProbeWorld();
  proxy = await openCuttingProxy(world.url);
}, 60_000);

afterAll(async () => {
  await world.close();
  await proxy.close();
});

test("a worker whose line to the database falls silent finds another before its lease ends", async () => {
  const postgres = openPostgres({ connectionString: proxy.url, ...LEASE });
  const presence = await postgres.openLease();
  try {
    for (let silence = 0; silence < 2; silence += 1) {
      proxy.freezeLines();
      await sleep(LEASE.leaseValidMs);
      expect(presence.lost.aborted).toBe(false);
    }
    await world.settled.sweep();
    const [lease] = await world.sql<{ ended_at: Date | null; lock_key: string | null }>(
      "select ended_at, lock_key from settled.worker_leases where id = $1",
      [presence.leaseId],
    );
    expect(lease?.ended_at).toBeNull();
    expect(lease?.lock_key).not.toBeNull();
  } finally {
    await presence.release();
    await postgres.close();
  }
});

test("a worker that could not come to work leaves no lease that is beaten", async () => {
  const broken = world.open({
    engine: (pgBoss) => ({ ...pgBoss, work: () => Promise.reject(new Error("No work today.")) }),
  });
  await expect(broken.settled.work()).rejects.toThrow("No work today.");
  const living =
    "select id from settled.worker_leases where ended_at is null and expires_at > now()";
  expect(await world.sql(living)).toEqual([]);
});
