import { getRequestListener } from "@hono/node-server";
import type { Express } from "express";
import type { HttpHandler } from "settled/http";

/** Mount it before any body parser. `all` keeps the whole path, where `use` would cut the mount off. */
export function mountOnExpress(app: Express, handle: HttpHandler): void {
  const listener = getRequestListener(handle, { overrideGlobalObjects: false });
  app.all("/internal/ops/{*path}", (request, response) => listener(request, response));
}
