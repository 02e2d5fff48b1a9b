import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { type Logger, SettledError } from "settled";
import type { Platform } from "../platform.ts";
import { clientAddress } from "./client-address.ts";
import { createPlatformHandler } from "./platform-handler.ts";
import { PLAIN_SETTINGS, type ServerSettings } from "./server-settings.ts";

export interface ServeInput {
  readonly platform: Platform;
  /** A token of the installation's owner, for automation; null = there is none. */
  readonly token: string | null;
  readonly settings?: ServerSettings;
  /** The folder below which owners may name exports to read; none may be named unless said. */
  readonly importRoot?: string;
  /** This machine alone unless said. */
  readonly host?: string;
  /** 4040 unless said; 0 = a free one. */
  readonly port?: number;
  readonly logger?: Logger;
}

export interface PlatformServer {
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, tells open streams to come back, and lets what is under way finish, 10 s at most. */
  close(): Promise<void>;
}

const DRAIN_MS = 10_000;
const LOOK_FOR_IDLE_EVERY_MS = 50;
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 60_000;
/** A stream shows every 15 s that it lives, and a wait ends within 60 s: a line that is silent for longer is cut. */
const SILENT_LINE_MS = 90_000;
/** The first line and all headers of a request; more is answered with 431 before anything of ours reads it. */
const HEAD_BYTES_MAX = 16_384;
/** Addresses that mean "all of this machine"; a browser opens one of them. */
const EVERY_ADDRESS: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "::1" };

/** Listens for requests. Rejects with `invalid_configuration`, and what to do, if the port cannot be had. */
export async function servePlatform(input: ServeInput): Promise<PlatformServer> {
  const { host = "127.0.0.1" } = input;
  const closing = new AbortController();
  // The global Request of the process is left as it is.
  const listener = getRequestListener(handlerFor(input, closing.signal), {
    overrideGlobalObjects: false,
  });
  const limits = { maxHeaderSize: HEAD_BYTES_MAX };
  const server = createServer(limits, (incoming, outgoing) => void listener(incoming, outgoing));
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.timeout = SILENT_LINE_MS;
  const port = await listen(server, { host, port: input.port ?? 4040 });
  const close = () => {
    closing.abort();
    return drain(server);
  };
  const address = EVERY_ADDRESS[host] ?? host;
  const shown = address.includes(":") ? `[${address}]` : address;
  return { port, url: `http://${shown}:${port}`, close };
}

/** The handler, told where each request comes from. */
function handlerFor(
  input: ServeInput,
  closing: AbortSignal,
): Parameters<typeof getRequestListener>[0] {
  const addresses = new WeakMap<Request, string>();
  const handle = createPlatformHandler({
    ...input,
    closing,
    addressOf: (request) => addresses.get(request) ?? "unknown",
  });
  const { trustedProxies } = input.settings ?? PLAIN_SETTINGS;
  return (request, { incoming }) => {
    const address = clientAddress({
      socketAddress: incoming.socket.remoteAddress,
      forwardedFor: request.headers.get("x-forwarded-for"),
      trustedProxies,
    });
    addresses.set(request, address);
    return handle(request);
  };
}

interface Place {
  readonly host: string;
  readonly port: number;
}

function listen(server: Server, { host, port }: Place): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const message = whyNot(cause.code, { host, port });
      reject(new SettledError("invalid_configuration", message, { cause }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function whyNot(code: string | undefined, { host, port }: Place): string {
  if (code === "EADDRINUSE") {
    return `Port ${port} is taken by another program. Choose another one with --port, or 0 for a free one.`;
  }
  if (code === "EACCES") {
    return `This account may not listen on port ${port}. Choose one above 1023 with --port.`;
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return `This machine has no address ${host}. Choose another one with --host.`;
  }
  return `The server cannot listen on ${host}:${port}. Check --host and --port.`;
}

/** A connection that is kept alive is idle again only when its request is answered: they are looked for until none is left. */
async function drain(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_FOR_IDLE_EVERY_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(cut);
  clearInterval(idle);
}
