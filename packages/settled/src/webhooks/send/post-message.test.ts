import type { LookupAddress } from "node:dns";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SYSTEM_CLOCK } from "../../ports/clock.ts";
import { openReceiver, type Receiver } from "../receiver.test-kit.ts";
import { createCheckedLookup } from "./checked-lookup.ts";
import { postMessage } from "./post-message.ts";

type Done = (error: null, addresses: readonly LookupAddress[]) => void;

let receiver: Receiver;
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(() => receiver.close());

function post(url: string, changes: { allowPrivate?: boolean; signal?: AbortSignal } = {}) {
  const rules = { allowPrivate: changes.allowPrivate ?? true, ports: [443] };
  const signal = changes.signal ?? new AbortController().signal;
  const limits = { rules, answerWithinMs: 400, clock: SYSTEM_CLOCK, signal };
  return postMessage({ url, body: '{"type":"ping"}', headers: { "webhook-id": "msg_1" } }, limits);
}

test("a message is posted as it is, and only the status of a good answer is kept", async () => {
  receiver.answer(() => ({ status: 200, body: "thanks" }));
  expect(await post(receiver.url)).toEqual({ kind: "answered", status: 200, firstLine: "" });
  expect(receiver.received).toMatchObject([{ body: '{"type":"ping"}', id: "msg_1" }]);
  expect(receiver.received[0]?.headers["content-type"]).toBe("application/json");
});

test("a redirect is not followed", async () => {
  receiver.answer(() => ({ status: 302, headers: { location: `${receiver.url}/inside` } }));
  expect(await post(receiver.url)).toMatchObject({ kind: "answered", status: 302 });
  expect(receiver.received).toHaveLength(1);
});

test("of a refusal one cut line is kept, without secrets and without what a terminal obeys", async () => {
  const secret = "password=hunter2222";
  receiver.answer(() => ({
    status: 500,
    body: `\n\u001b[31m${secret} ${"x".repeat(9_000)}\nmore`,
  }));
  const answer = await post(receiver.url);
  const line = answer.kind === "answered" ? answer.firstLine : "";
  expect(Buffer.byteLength(line)).toBeLessThanOrEqual(200);
  expect(line).not.toMatch(/hunter|more|\p{Cc}/u);
});

test("a receiver that takes too long is left, and the line says so", async () => {
  receiver.answer(() => "hang");
  expect(await post(receiver.url)).toEqual({
    kind: "unanswered",
    words: "The receiver did not answer within 0.4 s.",
  });
});

test("a process that has to stop gives the call up: that says nothing of the receiver", async () => {
  receiver.answer(() => "hang");
  const stopping = new AbortController();
  const posted = post(receiver.url, { signal: stopping.signal });
  setTimeout(() => stopping.abort(new Error("stopping")), 50);
  await expect(posted).rejects.toThrow("stopping");
});

test("nobody there is told in plain words", async () => {
  const { url } = receiver;
  await receiver.close();
  expect(await post(url)).toEqual({
    kind: "unanswered",
    words: "The receiver's machine takes no connection at that port.",
  });
  receiver = await openReceiver();
});

test("an address that was entered while private ones were allowed is not called when they are not", async () => {
  const answer = await post(receiver.url, { allowPrivate: false });
  expect(answer).toMatchObject({ kind: "unanswered" });
  expect(receiver.received).toHaveLength(0);
});

describe("a name is looked at when it is called", () => {
  function lookupOf(addresses: readonly string[]) {
    const found = addresses.map((address): LookupAddress => ({
      address,
      family: address.includes(":") ? 6 : 4,
    }));
    const resolve = (_name: string, _options: object, done: Done) => done(null, found);
    // The one form of it that is used.
    return createCheckedLookup(resolve as never);
  }

  test.each([
    [["127.0.0.1"]],
    [["8.8.8.8", "10.0.0.1"]],
    [["2606:4700:4700::1111", "::1"]],
    [["::ffff:127.0.0.1"]],
    [[]],
  ])("%j leads nowhere, though the name was public before", async (addresses) => {
    const port = Number(new URL(receiver.url).port);
    const socket = connect({ host: "rebound.example", port, lookup: lookupOf(addresses) });
    const failure = await new Promise<NodeJS.ErrnoException>((resolve) =>
      socket.on("error", resolve),
    );
    expect(failure.code).toBe("ADDRESS_NOT_PUBLIC");
  });

  test.each([{ all: true }, { all: false }])("public addresses pass: %j", async (options) => {
    const passed = await new Promise((resolve, reject) => {
      lookupOf(["8.8.8.8"])("public.example", options, (error, address) =>
        error === null ? resolve(address) : reject(error),
      );
    });
    expect(passed).toEqual(options.all ? [{ address: "8.8.8.8", family: 4 }] : "8.8.8.8");
  });
});
