import { Hono } from "hono";
import type { JsonObject } from "../run/json-value.ts";
import { type Answer, problemAnswer } from "./answer.ts";
import { answerRoute } from "./answer-route.ts";
import { asResponse } from "./as-response.ts";
import { type Desk, type Exchange, openDesk } from "./exchange.ts";
import type { HttpHandlerOptions } from "./http-handler-options.ts";
import { isAddressTooLong } from "./address-length.ts";
import { createApiDocument } from "./openapi/create-api-document.ts";
import { problemOf } from "./problem.ts";
import { requestIdOf } from "./request-id.ts";
import type { Route } from "./route.ts";
import { PAGE_ROUTES } from "./pages/page-routes.ts";
import { ROUTES } from "./routes.ts";
import { VIEW_ROUTES } from "./views/view-routes.ts";
import { WEBHOOK_ROUTES } from "./webhooks/webhook-routes.ts";

export type HttpHandler = (request: Request) => Promise<Response>;

/**
 * One `fetch` for the API, the pages and the health checks. Mounts under any host that speaks Request. A host's own
 * routes are answered by the same machinery: access, refusals, headers and pages alike.
 */
export function createHttpHandler(
  options: HttpHandlerOptions,
  hostRoutes: readonly Route[] = [],
): HttpHandler {
  const webhookRoutes = (options.settled.webhooks ?? null) === null ? [] : WEBHOOK_ROUTES;
  const viewRoutes = options.settled.views === undefined ? [] : VIEW_ROUTES;
  const pages = options.runPagesAt === undefined ? PAGE_ROUTES : [];
  const routes = [...ROUTES, ...pages, ...viewRoutes, ...webhookRoutes, ...hostRoutes];
  const desk = openDesk(options, documentOf(routes));
  const { base, api } = desk.addresses;
  const app = new Hono();
  // A part with a verb fits the plain part too, so that the verbs are asked first, also for what they do not take.
  for (const isVerb of [true, false]) {
    const some = routes.filter((route) => VERB.test(route.path) === isVerb);
    for (const route of some) {
      app.on(route.method, [`${base}${patternOf(route)}`], async (context) => {
        const exchange = openExchange(desk, context.req.raw, partsOf(route, context.req.param()));
        return asResponse(await answerRoute(route, exchange), route.surface, exchange);
      });
    }
    for (const [path, there] of Map.groupBy(some, patternOf)) {
      app.all(`${base}${path}`, (context) =>
        asResponse(
          wrongMethod(there),
          there[0]?.surface ?? "api",
          openExchange(desk, context.req.raw),
        ),
      );
    }
  }
  app.notFound((context) => {
    const { pathname } = new URL(context.req.url);
    const surface = pathname.startsWith(`${api}/`) || !wantsPage(context.req.raw) ? "api" : "page";
    return asResponse(
      problemAnswer(problemOf("unknown_route")),
      surface,
      openExchange(desk, context.req.raw),
    );
  });
  app.onError((error, context) => {
    const exchange = openExchange(desk, context.req.raw);
    desk.logger.error({ requestId: exchange.requestId, error }, "an answer could not be made");
    return asResponse(problemAnswer(problemOf("internal")), "api", exchange);
  });
  return async (request) => {
    if (!isAddressTooLong(request.url)) return app.fetch(request);
    const problem = problemAnswer(problemOf("address_too_long"));
    return asResponse(problem, "api", openExchange(desk, request));
  };
}

/** Made when it is first asked for, and then kept. */
function documentOf(routes: readonly Route[]): (desk: Desk) => JsonObject {
  let made: JsonObject | undefined;
  return ({ brand, addresses, browserSession: session }) =>
    (made ??= createApiDocument(routes, {
      title: brand.name,
      basePath: addresses.base,
      ...(session === undefined ? {} : { session }),
    }));
}

const VERB = /:(\w+):(\w+)$/;
/** The verb of a whole list, as in `/runs:export`: no part of the path stands before it. */
const LIST_VERB = /\/(\w+):(\w+)$/;

function patternOf({ path }: Route): string {
  return path.replace(VERB, ":$1{[^/:]+:$2}").replace(LIST_VERB, "/:verb{$1:$2}");
}

function partsOf(
  { path }: Route,
  parts: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const [, name = "", verb = ""] = VERB.exec(path) ?? [];
  const part = parts[name];
  return part === undefined ? parts : { ...parts, [name]: part.slice(0, -(verb.length + 1)) };
}

function openExchange(
  desk: Desk,
  request: Request,
  parts: Readonly<Record<string, string>> = {},
): Exchange {
  return {
    desk,
    request,
    url: new URL(request.url),
    requestId: requestIdOf(request),
    pathPart: (name) => parts[name] ?? "",
  };
}

function wrongMethod(routes: readonly Route[]): Answer {
  const methods = routes.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  return problemAnswer(problemOf("method_not_allowed", { headers: { allow: methods.join(", ") } }));
}

function wantsPage(request: Request): boolean {
  return request.headers.get("accept")?.includes("text/html") === true;
}
