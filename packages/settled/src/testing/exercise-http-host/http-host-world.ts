import { createHttpHandler, type HttpHandler } from "../../http/create-http-handler.ts";
import { streamAnswer, jsonAnswer } from "../../http/answer.ts";
import type { ServedSettled } from "../../http/http-handler-options.ts";
import type { Route } from "../../http/route.ts";
import type { Initiator } from "../../run/actor.ts";

/** Where the exam wants the handler: in front of every address of ours. */
export const MOUNT = "/internal/ops";

export interface HttpHost {
  /** Without a slash at its end: `http://127.0.0.1:4040`. */
  readonly url: string;
  /** Takes no more requests, and is over when nothing of it is left. */
  close(): Promise<void>;
}

export interface ServedForExam {
  readonly settled: ServedSettled;
  readonly workspaceId: string;
  readonly environmentId: string;
  /** An operation that takes `input` there, and whose runs wait until somebody begins them. */
  readonly operationType: string;
  readonly input: (nth: number) => unknown;
}

export interface HttpHostWorld {
  readonly served: ServedForExam;
  readonly host: HttpHost;
  /** Sends to an address below the mount. */
  send(path: string, init?: RequestInit): Promise<Response>;
  /** The address of the workspace, below the mount. */
  readonly workspace: string;
  start(): Promise<Response>;
  /** What the handler has seen go away, by name. */
  readonly gone: Set<string>;
  /** Lets the second half of a stream go out. */
  goOn(): void;
}

export type HttpHostCases = Readonly<Record<string, (world: HttpHostWorld) => Promise<void>>>;

const ACTOR: Initiator = { kind: "user", id: "Jürgen & Co+", name: "Jürgen" };
const API = "/api/v1";

export async function openHttpHostWorld(
  serve: (handle: HttpHandler) => Promise<HttpHost>,
  served: ServedForExam,
): Promise<HttpHostWorld> {
  const gone = new Set<string>();
  const { promise: maySendMore, resolve: goOn } = Promise.withResolvers<void>();
  const handle = createHttpHandler(
    {
      settled: served.settled,
      basePath: MOUNT,
      waitsMax: 1,
      resolveActor: () => Promise.resolve(ACTOR),
      policy: { check: () => Promise.resolve({ kind: "allowed" }) },
    },
    [untilGone(gone), inHalves(gone, maySendMore)],
  );
  const host = await serve(handle);
  const workspace = `${API}/workspaces/${served.workspaceId}`;
  const send = (path: string, { headers, ...init }: RequestInit = {}) => {
    const marked = new Headers(headers);
    marked.set("settled-request", "1");
    return fetch(`${host.url}${MOUNT}${path}`, { ...init, headers: marked });
  };
  let started = 0;
  const start = () => {
    started += 1;
    const { operationType, environmentId, input } = served;
    return send(`${workspace}/operations/${operationType}/runs`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ environment_id: environmentId, input: input(started) }),
    });
  };
  return { served, host, send, workspace, start, gone, goOn };
}

/** Answers when whoever asked has gone away. */
function untilGone(gone: Set<string>): Route {
  return {
    method: "GET",
    path: `${API}/exam/until-gone`,
    surface: "api",
    access: "actor",
    async answer({ request: { signal } }) {
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener("abort", () => resolve(), { once: true });
      });
      gone.add("until-gone");
      return jsonAnswer({});
    },
  };
}

/** Sends one half, and the other when it is told to. */
function inHalves(gone: Set<string>, maySendMore: Promise<void>): Route {
  return {
    method: "GET",
    path: `${API}/exam/in-halves`,
    surface: "api",
    access: "actor",
    answer() {
      let sent = 0;
      const body = new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            sent += 1;
            if (sent === 1) return controller.enqueue(new TextEncoder().encode(": first\n\n"));
            await maySendMore;
            controller.enqueue(new TextEncoder().encode(": second\n\n"));
            controller.close();
          },
          cancel: () => void gone.add("in-halves"),
        },
        { highWaterMark: 0 },
      );
      return Promise.resolve(streamAnswer({ mediaType: "text/event-stream", body, headers: {} }));
    },
  };
}
