import assert from "node:assert/strict";
import type { HttpHostCases, HttpHostWorld } from "./http-host-world.ts";

const JSON_TYPE = { "content-type": "application/json" };
const TOO_MANY_BYTES = 1_200_000;

export const BODY_CASES: HttpHostCases = {
  "an action without a body is taken": async (world) => {
    const answer = await world.send(await addressOfRun(world, ":cancel"), { method: "POST" });
    assert.equal(answer.status, 200);
    const body = (await answer.json()) as { readonly cancellation: string };
    assert.equal(body.cancellation, "cancelled");
  },

  "a body arrives as it was sent, and no host reads it before": async (world) => {
    const reason = "weil Jürgen „nein“ sagte 🛑";
    const address = await addressOfRun(world, ":cancel");
    const body = JSON.stringify({ reason });
    const answer = await world.send(address, { method: "POST", headers: JSON_TYPE, body });
    assert.equal(answer.status, 200);
    const run = address.replace(/:cancel$/, "");
    const { events } = (await (await world.send(`${run}/events`)).json()) as {
      readonly events: readonly { readonly sentence: string }[];
    };
    assert.ok(events.some(({ sentence }) => sentence.includes(reason)));
  },

  "an action is taken on the version that was seen, or not at all": async (world) => {
    const address = await addressOfRun(world, "");
    const seen = await world.send(address);
    const etag = seen.headers.get("etag") ?? "";
    await seen.text();
    const act = (tag: string) =>
      world.send(`${address}:cancel`, { method: "POST", headers: { "if-match": tag } });
    const stale = await act('"999"');
    assert.equal(stale.status, 412);
    assert.equal(((await stale.json()) as { code: string }).code, "stale_version");
    const taken = await act(etag);
    assert.equal(taken.status, 200);
    assert.notEqual(taken.headers.get("etag"), etag);
    await taken.text();
  },

  "what is no JSON, or of another type, is told as a problem": async (world) => {
    const address = await addressOfRun(world, ":resolve");
    const broken = { method: "POST", headers: JSON_TYPE, body: '{"outcome":' };
    const form = { method: "POST", body: new URLSearchParams({ outcome: "failed" }) };
    const codes = [];
    for (const init of [broken, form]) {
      const answer = await world.send(address, init);
      assert.match(answer.headers.get("content-type") ?? "", /^application\/problem\+json/);
      codes.push([answer.status, ((await answer.json()) as { code: string }).code]);
    }
    assert.deepEqual(codes, [
      [400, "body_not_json"],
      [415, "unsupported_media_type"],
    ]);
  },

  "a body that is too large is refused, whether or not it tells its length": async (world) => {
    const address = await addressOfRun(world, ":resolve");
    const bytes = new TextEncoder().encode(JSON.stringify("x".repeat(TOO_MANY_BYTES)));
    const inChunks = new Blob([bytes]).stream();
    for (const body of [bytes, inChunks]) {
      const init = { method: "POST", headers: JSON_TYPE, body, duplex: "half" } as const;
      const answer = await world.send(address, init);
      assert.deepEqual(
        [answer.status, ((await answer.json()) as { code: string }).code],
        [413, "body_too_large"],
      );
    }
    assert.equal((await world.start()).status, 202);
  },

  "the caller's id of a request is kept, and one that is none is replaced": async (world) => {
    const idOf = async (id: string) => {
      const headers = { "x-request-id": id };
      const answer = await world.send(`${world.workspace}/runs?limit=0`, { headers });
      const told = answer.headers.get("x-request-id");
      assert.equal(((await answer.json()) as { instance: string }).instance, told);
      return told;
    };
    assert.equal(await idOf("caller.7"), "caller.7");
    assert.match((await idOf("not plain")) ?? "", /^[0-9a-f-]{36}$/);
  },
};

async function addressOfRun(world: HttpHostWorld, verb: string): Promise<string> {
  const { id } = (await (await world.start()).json()) as { readonly id: string };
  return `${world.workspace}/runs/${id}${verb}`;
}
