import type { Hono } from "hono";
import type { HttpHandler } from "settled/http";

/** Below `/internal/ops`, beside the routes of the application. */
export function mountOnHono(app: Hono, handle: HttpHandler): void {
  app.all("/internal/ops/*", (context) => handle(context.req.raw));
}
