import { getRequestListener } from "@hono/node-server";
import type { FastifyInstance } from "fastify";
import type { HttpHandler } from "settled/http";

/** In a scope of its own, where bodies are left unread: the handler reads and limits them itself. */
export function mountOnFastify(app: FastifyInstance, handle: HttpHandler): void {
  const listener = getRequestListener(handle, { overrideGlobalObjects: false });
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _payload, read) => read(null));
    scope.all("/internal/ops/*", async (request, reply) => {
      reply.hijack();
      await listener(request.raw, reply.raw);
    });
  });
}
