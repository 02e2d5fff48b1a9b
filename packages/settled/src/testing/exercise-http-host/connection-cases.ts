import assert from "node:assert/strict";
import type { HttpHostCases, HttpHostWorld } from "./http-host-world.ts";

const WITHIN_MS = 5_000;

export const CONNECTION_CASES: HttpHostCases = {
  "who goes away is noticed": async (world) => {
    const stop = new AbortController();
    const asked = world.send("/api/v1/exam/until-gone", { signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    await assert.rejects(asked);
    await untilGone(world, "until-gone");
  },

  "a wait for a run ends with whoever waited, and gives its place to the next": async (world) => {
    const { id } = (await (await world.start()).json()) as { readonly id: string };
    const wait = `${world.workspace}/runs/${id}:wait`;
    const stop = new AbortController();
    const waiting = world.send(`${wait}?timeout=30`, { signal: stop.signal });
    setTimeout(() => stop.abort(), 100);
    await assert.rejects(waiting);
    const endsAtMs = performance.now() + WITHIN_MS;
    for (;;) {
      const next = await world.send(`${wait}?timeout=1`);
      await next.text();
      if (next.status === 200) return;
      assert.equal(next.status, 503);
      assert.ok(performance.now() < endsAtMs, "the place was not given back");
    }
  },

  "a stream is passed on as it comes, not when it is whole": async (world) => {
    const answer = await world.send("/api/v1/exam/in-halves");
    assert.equal(answer.headers.get("content-type"), "text/event-stream");
    assert.equal(answer.headers.get("content-length"), null);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    assert.equal((await reader?.read())?.value, ": first\n\n");
    world.goOn();
    assert.equal((await reader?.read())?.value, ": second\n\n");
    assert.equal((await reader?.read())?.done, true);
  },

  "a stream ends with whoever read it": async (world) => {
    const stop = new AbortController();
    const answer = await world.send("/api/v1/exam/in-halves", { signal: stop.signal });
    const reader = answer.body?.getReader();
    await reader?.read();
    stop.abort();
    await assert.rejects(async () => reader?.read());
    // A host may notice only when it has something more to send.
    setTimeout(() => world.goOn(), 500);
    await untilGone(world, "in-halves");
  },

  "when the host is closed, nobody listens any more": async (world) => {
    const answer = await world.send("/health/live");
    assert.equal(answer.status, 200);
    await answer.text();
    await world.host.close();
    await assert.rejects(world.send("/health/live"));
  },
};

async function untilGone({ gone }: HttpHostWorld, what: string): Promise<void> {
  const endsAtMs = performance.now() + WITHIN_MS;
  while (!gone.has(what)) {
    assert.ok(performance.now() < endsAtMs, `${what} was not noticed`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
