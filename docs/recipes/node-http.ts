import { createServer, type RequestListener, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { HttpHandler } from "settled/http";

/** A server of the application, with `/internal/ops` in front of what it answers itself. */
export function createServerWith(handle: HttpHandler, own: RequestListener): Server {
  const listener = getRequestListener(handle, { overrideGlobalObjects: false });
  return createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith("/internal/ops/") !== true) return own(incoming, outgoing);
    void listener(incoming, outgoing);
  });
}
