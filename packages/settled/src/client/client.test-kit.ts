import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";
import type { ClientClock, ClientOptions } from "./client-options.ts";
import { createClient } from "./create-client.ts";

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface SmallServer {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
}

/** Answers the request, which is the `nth` from 0. */
export type AnswerRequest = (response: ServerResponse, nth: number, request: SeenRequest) => void;

/** A real server on a free port that answers as it is told. */
export async function startSmallServer(answer: AnswerRequest): Promise<SmallServer> {
  const seen: SeenRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const { method = "", url = "", headers } = incoming;
      const request = { method, url, headers, body: Buffer.concat(chunks).toString() };
      seen.push(request);
      answer(response, seen.length - 1, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Starts small servers for the tests of a file, and closes each behind its test. */
export function useSmallServers(): (answer: AnswerRequest) => Promise<SmallServer> {
  const servers: SmallServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  return async (answer) => {
    const server = await startSmallServer(answer);
    servers.push(server);
    return server;
  };
}

export function answerJson(
  response: ServerResponse,
  body: unknown,
  told: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): void {
  const status = told.status ?? 200;
  const type = status < 400 ? "application/json" : "application/problem+json";
  response.writeHead(status, { "content-type": type, "x-request-id": "r-1", ...told.headers });
  response.end(JSON.stringify(body));
}

export function problem(code: string, status: number, members: object = {}) {
  const words = { title: "It was refused", detail: "For a reason.", next_actions: ["Look."] };
  return { type: `urn:settled:problem:${code}`, code, status, ...words, ...members };
}

/** Waits that are over at once, and are remembered. */
export function createHastyClock(): ClientClock & { readonly sleepsMs: readonly number[] } {
  const sleepsMs: number[] = [];
  let nowMs = 0;
  return {
    sleepsMs,
    nowMs: () => nowMs,
    sleep: async (ms) => {
      sleepsMs.push(ms);
      nowMs += ms;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

export function clientOf(server: { readonly url: string }, changes: Partial<ClientOptions> = {}) {
  return createClient({ baseUrl: server.url, workspace: "north", token: "secret", ...changes });
}

/** What a promise rejects with. */
export function faultOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => new Error("It was answered."),
    (error: unknown) => error,
  );
}

export async function collected<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const seen: Item[] = [];
  for await (const item of items) seen.push(item);
  return seen;
}
