import { getRequestListener } from "@hono/node-server";
import type Koa from "koa";
import type { HttpHandler } from "settled/http";

/** Mount it before any body parser. */
export function mountOnKoa(app: Koa, handle: HttpHandler): void {
  const listener = getRequestListener(handle, { overrideGlobalObjects: false });
  app.use(async (context, next) => {
    if (!context.path.startsWith("/internal/ops/")) return next();
    context.respond = false;
    await listener(context.req, context.res);
  });
}
