import assert from "node:assert/strict";
import { type HttpHostCases, MOUNT } from "./http-host-world.ts";

interface RunBody {
  readonly id: string;
  readonly links: Readonly<Record<string, string>>;
}

export const ADDRESS_CASES: HttpHostCases = {
  "a start is accepted, and every address in its answer lies below the mount": async (world) => {
    const answer = await world.start();
    assert.equal(answer.status, 202);
    const run = (await answer.json()) as RunBody;
    const location = answer.headers.get("location") ?? "";
    assert.equal(location, `${MOUNT}${world.workspace}/runs/${run.id}`);
    for (const address of [location, ...Object.values(run.links)]) {
      assert.ok(address.startsWith(`${MOUNT}/`), address);
    }
    const looked = await fetch(`${world.host.url}${location}`);
    assert.deepEqual([looked.status, ((await looked.json()) as RunBody).id], [200, run.id]);
  },

  "encoded signs of a query arrive as they were meant, and the next page keeps them": async (
    world,
  ) => {
    await (await world.start()).text();
    await (await world.start()).text();
    const listed = async (query: URLSearchParams) => {
      const answer = await world.send(`${world.workspace}/runs?${query.toString()}`);
      assert.equal(answer.status, 200);
      return (await answer.json()) as { readonly runs: readonly RunBody[]; readonly next: string };
    };
    const first = await listed(new URLSearchParams({ initiator: "Jürgen & Co+", limit: "1" }));
    assert.equal(first.runs.length, 1);
    assert.ok(first.next.startsWith(`${MOUNT}/`), first.next);
    const second = await fetch(`${world.host.url}${first.next}`);
    const { runs } = (await second.json()) as { readonly runs: readonly RunBody[] };
    assert.equal(runs.length, 1);
    assert.notEqual(runs[0]?.id, first.runs[0]?.id);
    assert.deepEqual((await listed(new URLSearchParams({ initiator: "Jürgen" }))).runs, []);
  },

  "encoded signs of a path are not taken for its parts": async (world) => {
    const answer = await world.send(`${world.workspace}/runs/..%2Fruns`);
    assert.equal(answer.status, 404);
    assert.match(answer.headers.get("content-type") ?? "", /^application\/problem\+json/);
    await answer.text();
  },

  "what is unknown below the mount is told by the handler, with the methods that it takes": async (
    world,
  ) => {
    const absent = await world.send("/api/v1/nowhere");
    assert.equal(absent.status, 404);
    assert.equal(((await absent.json()) as { code: string }).code, "unknown_route");
    for (const method of ["DELETE", "PATCH", "PUT"]) {
      const wrong = await world.send(`${world.workspace}/runs`, { method });
      assert.deepEqual([wrong.status, wrong.headers.get("allow")], [405, "GET, HEAD"]);
      assert.equal(((await wrong.json()) as { code: string }).code, "method_not_allowed");
    }
  },

  "what lies beside the mount stays the host's own": async (world) => {
    const own = await fetch(`${world.host.url}/own`);
    assert.deepEqual([own.status, await own.text()], [200, "own"]);
    const near = await fetch(`${world.host.url}${MOUNT}-not/api/v1/nowhere`);
    assert.notEqual(near.headers.get("content-type"), "application/problem+json");
    await near.text();
  },

  "HEAD is answered as GET is, without a body": async (world) => {
    const address = `${world.workspace}/runs`;
    const head = await world.send(address, { method: "HEAD" });
    assert.equal(head.status, 200);
    assert.match(head.headers.get("content-type") ?? "", /^application\/json/);
    assert.equal(await head.text(), "");
  },
};
