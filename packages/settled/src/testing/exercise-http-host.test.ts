import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve as serveFetch } from "@hono/node-server";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import Koa from "koa";
import { describe, test } from "vitest";
import { mountOnExpress } from "../../../../docs/recipes/express.ts";
import { mountOnFastify } from "../../../../docs/recipes/fastify.ts";
import { mountOnHono } from "../../../../docs/recipes/hono.ts";
import { mountOnKoa } from "../../../../docs/recipes/koa.ts";
import { createServerWith } from "../../../../docs/recipes/node-http.ts";
import type { HttpHandler } from "../http/create-http-handler.ts";
import { CONTOSO, NORTH, openTestDesk, REVIEW } from "../http/http.test-kit.ts";
import { exerciseHttpHost } from "./exercise-http-host.ts";
import type { HttpHost, ServedForExam } from "./exercise-http-host/http-host-world.ts";

const DRAIN_MS = 100;

const HOSTS: Readonly<Record<string, (handle: HttpHandler) => Promise<HttpHost>>> = {
  Hono: (handle) => {
    const app = new Hono();
    app.get("/own", (context) => context.text("own"));
    mountOnHono(app, handle);
    const options = {
      fetch: app.fetch,
      port: 0,
      hostname: "127.0.0.1",
      overrideGlobalObjects: false,
    };
    return new Promise((resolve) => {
      const server = serveFetch(options, () => resolve(hostOf(server as Server)));
    });
  },
  "Express 5": (handle) => {
    const app = express();
    mountOnExpress(app, handle);
    app.use(express.json());
    app.get("/own", (_request, response) => void response.send("own"));
    return listening(createServer((incoming, outgoing) => void app(incoming, outgoing)));
  },
  "Fastify 5": async (handle) => {
    const app = fastify();
    app.get("/own", () => "own");
    mountOnFastify(app, handle);
    await app.listen({ port: 0, host: "127.0.0.1" });
    return hostOf(app.server, () => app.close());
  },
  Koa: (handle) => {
    const app = new Koa();
    mountOnKoa(app, handle);
    app.use((context) => {
      if (context.path === "/own") context.body = "own";
    });
    const answer = app.callback();
    return listening(createServer((incoming, outgoing) => void answer(incoming, outgoing)));
  },
  "node:http": (handle) =>
    listening(
      createServerWith(handle, ({ url }, outgoing) => {
        outgoing.writeHead(url === "/own" ? 200 : 404).end(url === "/own" ? "own" : "");
      }),
    ),
};

describe.each(Object.entries(HOSTS))("%s", (_name, serve) => {
  exerciseHttpHost({ test, serve, openServed });
});

function openServed(): ServedForExam {
  return {
    settled: openTestDesk().settled,
    workspaceId: NORTH,
    environmentId: CONTOSO,
    operationType: REVIEW,
    input: (nth) => ({ month: `2026-${nth}` }),
  };
}

async function listening(server: Server): Promise<HttpHost> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return hostOf(server);
}

function hostOf(server: Server, close = () => closed(server)): HttpHost {
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      // A connection that a client opened ahead of its next request is never idle to Node.
      const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await close();
      clearTimeout(cut);
    },
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
