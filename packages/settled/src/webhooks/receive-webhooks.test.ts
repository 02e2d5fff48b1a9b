import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { receiveWebhooks, type Told } from "../../../../docs/operating/receive-webhooks.ts";
import { eventually } from "../testing/engine-driver-desk.ts";
import { MARIA, NORTH, openWebhookWorld } from "./webhook-world.test-kit.ts";

test("the receiver of the documents believes what is signed, once, and nothing else", async () => {
  const world = await openWebhookWorld();
  const told: Told[] = [];
  const worker = await world.settled.work();
  // The secret is known when the endpoint is made, and the endpoint's address before that.
  let secret = "whsec_c29tZSBvdGhlciBzZWNyZXQ=";
  const start = (given: string) =>
    receiveWebhooks(given, new Set(), (one) => Promise.resolve(void told.push(one)));
  const first = start(secret);
  await new Promise<void>((resolve) => first.listen(0, "127.0.0.1", resolve));
  const { port } = first.address() as AddressInfo;
  const made = await world.endpoint(`http://127.0.0.1:${port}/`);
  secret = made.secret;
  const act = { workspaceId: NORTH, id: made.endpoint.id, actor: MARIA };
  const newest = async () =>
    (await world.desk.deliveries({ endpoint: act, after: null, limit: 1 }))?.deliveries[0];
  try {
    await world.desk.ping(act);
    await eventually("the wrong secret is refused", async () =>
      (await newest())?.lastStatus === 401 ? null : "silence",
    );
    await new Promise((resolve) => first.close(resolve));
    const second = start(secret);
    await new Promise<void>((resolve) => second.listen(port, "127.0.0.1", resolve));
    const delivery = await newest();
    const ref = { workspaceId: NORTH, endpointId: act.id, id: delivery?.id ?? "" };
    for (const tries of [2, 3]) {
      await world.desk.redeliver(ref, MARIA);
      await eventually("it is delivered", async () => {
        const now = await newest();
        return now?.status === "delivered" && now.tries === tries ? null : JSON.stringify(now);
      });
    }
    expect(told.map(({ type }) => type)).toEqual(["ping"]);
    await new Promise((resolve) => second.close(resolve));
  } finally {
    await worker.stop({ graceMs: 1_000 });
    await world.close();
  }
});
