import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../packages/settled/src/testing/engine-driver-desk.ts";
import { openReceiver, type Receiver } from "../packages/settled/src/webhooks/receiver.test-kit.ts";
import {
  openWebhookWorld,
  type WebhookWorld,
} from "../packages/settled/src/webhooks/webhook-world.test-kit.ts";

const WORKER = join(import.meta.dirname, "webhook-worker.ts");
/** Where a worker dies, and at which visit: early, so that it dies, and not only at the first. */
const DEATHS = [
  "webhook.before_feed_commit=kill:1",
  "webhook.after_feed=kill:1",
  "webhook.before_hand_over_commit=kill:1",
  "webhook.before_send=kill:2",
  "webhook.after_send=kill:2",
];
const RUNS_FOR_EACH = 5;
const ALL_WITHIN_MS = 50_000;

let world: WebhookWorld;
let receiver: Receiver;
const children: ChildProcess[] = [];

beforeEach(async () => {
  [world, receiver] = await Promise.all([openWebhookWorld(), openReceiver()]);
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await receiver.close();
  await world.close();
});

test(
  "workers killed anywhere between an event and its receiver lose no event and feed none twice",
  { timeout: 90_000 },
  async () => {
    const { endpoint } = await world.endpoint(receiver.url);
    const runs: string[] = [];
    for (const death of DEATHS) {
      for (let made = 0; made < RUNS_FOR_EACH; made += 1) runs.push(await world.start("fine"));
      const child = spawn(process.execPath, [WORKER], {
        stdio: "ignore",
        env: { ...process.env, DATABASE_URL: world.url, SETTLED_FAULT: death },
      });
      children.push(child);
      const [, signal] = (await once(child, "exit")) as [number | null, string | null];
      expect([death, signal]).toEqual([death, "SIGKILL"]);
    }
    const worker = await world.settled.work();
    try {
      await eventually("every message is delivered", () => openEnds(endpoint.id), ALL_WITHIN_MS);
    } finally {
      await worker.stop({ graceMs: 2_000 });
    }
    const messages = receiver.received.map(({ id, body }) => {
      const { type, data } = JSON.parse(body) as { type: string; data: { sequence: string } };
      return { id, event: `${data.sequence} ${type}` };
    });
    const idsOf = Map.groupBy(messages, ({ event }) => event);
    // One id for each event, however often it came: so a receiver knows it again.
    for (const some of idsOf.values()) expect(new Set(some.map(({ id }) => id)).size).toBe(1);
    expect([...idsOf.keys()].toSorted()).toEqual((await expectedOf()).toSorted());
    const repeated = messages.length - idsOf.size;
    console.log(`${idsOf.size} events of ${runs.length} runs, ${repeated} came twice`);
    expect(repeated).toBeGreaterThan(0);
  },
);

/** What the log of runs says that there was to tell. */
async function expectedOf(): Promise<readonly string[]> {
  const { rows } = await world.settled.database.executeSql(
    `select sequence, kind, "to" ->> 'outcome' as outcome from settled.operation_run_events
     where kind in ('created', 'finished', 'reconciled', 'cancelled')
       or kind = 'begun' and "to" ->> 'attempt' = '1'`,
  );
  const told = rows as { sequence: string; kind: string; outcome: string | null }[];
  const words: Readonly<Record<string, string>> = { created: "created", begun: "started" };
  return told.flatMap(({ sequence, kind, outcome }) => [
    `${sequence} operation_run.${words[kind] ?? outcome ?? ""}`,
    ...(kind === "reconciled" ? [`${sequence} operation_run.reconciled`] : []),
  ]);
}

async function openEnds(endpointId: string): Promise<string | null> {
  const { rows } = await world.settled.database.executeSql(
    `select (select count(*) from settled.operation_runs where status <> 'completed')::int as runs,
       (select count(*) from settled.webhook_outbox)::int as outbox,
       (select count(*) from settled.webhook_deliveries
        where endpoint_id = $1 and status <> 'delivered')::int as undelivered`,
    [endpointId],
  );
  const [left] = rows as { runs: number; outbox: number; undelivered: number }[];
  const isOver = left?.runs === 0 && left.outbox === 0 && left.undelivered === 0;
  return isOver ? null : JSON.stringify(left);
}
