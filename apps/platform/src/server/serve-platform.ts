import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { type Initiator, type Logger, SettledError } from "settled";
import { createHttpHandler, type HttpHandler, type HttpHandlerOptions } from "settled/http";
import type { Platform } from "../platform.ts";
import { hasLiveWorker } from "../store/live-workers.ts";
import { environmentRoutes } from "./environment-routes.ts";
import { createOwnerPolicy } from "./owner-policy.ts";
import { createOwnerSession } from "./owner-session.ts";
import { SIGN_IN_PATH, signInRoutes } from "./sign-in-routes.ts";

export interface ServeInput {
  readonly platform: Platform;
  /** The owner token: a bearer token for programs, exchanged for a cookie by people. */
  readonly token: string;
  readonly host: string;
  /** 0 = a free one. */
  readonly port: number;
  readonly logger: Logger;
}

export interface PlatformServer {
  readonly url: string;
  readonly port: number;
  /** Takes no more requests and lets those under way finish, 10 s at most. */
  close(): Promise<void>;
}

const OWNER: Initiator = { kind: "operator", id: "owner", name: "Owner" };
const DRAIN_MS = 10_000;
const REQUEST_TIMEOUT_MS = 60_000;

/** The platform's one `fetch`: its own routes and the library's, behind the owner's sign-in. */
export function createPlatformHandler({ platform, token, logger }: ServeInput): HttpHandler {
  const session = createOwnerSession(token);
  const options: HttpHandlerOptions = {
    settled: platform.settled,
    brand: { name: "Settled platform" },
    resolveActor: async (request) => (session.isOwner(request) ? OWNER : null),
    policy: createOwnerPolicy(platform.database),
    linksFor: (workspaceId) => [
      { label: "Environments", href: `/workspaces/${workspaceId}` },
      { label: "All workspaces", href: "/workspaces" },
    ],
    signInPath: SIGN_IN_PATH,
    async health() {
      const workers = await hasLiveWorker(platform.database);
      return { ready: true, checks: [{ name: "a worker is alive", ok: workers }] };
    },
    logger,
  };
  return createHttpHandler(options, [...signInRoutes(session), ...environmentRoutes(platform)]);
}

export async function servePlatform(input: ServeInput): Promise<PlatformServer> {
  const server = createServer(getRequestListener(createPlatformHandler(input)));
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  const port = await listen(server, input);
  const shown = input.host.includes(":") ? `[${input.host}]` : input.host;
  return {
    port,
    url: `http://${shown}:${port}`,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function listen(server: Server, { host, port }: ServeInput): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const message =
        cause.code === "EADDRINUSE"
          ? `Port ${port} is taken by another program. Choose another one with --port, or 0 for a free one.`
          : `The server cannot listen on ${host}:${port}. Check --host and --port.`;
      reject(new SettledError("invalid_configuration", message, { cause }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
