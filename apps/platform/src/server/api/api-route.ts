import type { RunScope, SqlExecutor } from "settled";
import {
  type ActorExchange,
  type Answer,
  type ApiOperation,
  NO_QUERY,
  problemAnswer,
  readBody,
  readJsonBody,
  readQuery,
  type Route,
} from "settled/http";
import { z } from "zod";
import type { Capability } from "../../access/capabilities.ts";
import type { Platform } from "../../platform.ts";
import { findEnvironment } from "../../store/environment.ts";
import { type EnvironmentScope, notFound } from "../in-environment.ts";
import { readAtOneMoment } from "./read-at-one-moment.ts";
import {
  openEnvironment,
  openWholeWorkspace,
  openWorkspace,
  type WorkspacePlace,
} from "./open-place.ts";
import { writeOnce } from "./write-once.ts";

const WORKSPACE = "/api/v1/workspaces/:workspace";
const ENVIRONMENT = `${WORKSPACE}/environments/:environment`;
const NOTHING = z.strictObject({});

/** What a route says of itself: the whole of its description, by which it also reads what it is sent. */
export interface ApiSpec<Query extends z.ZodObject, Body extends z.ZodType> extends Omit<
  ApiOperation,
  "capability" | "query" | "body"
> {
  readonly method: Route["method"];
  /** Below the workspace or the environment. */
  readonly path: string;
  readonly capability: Capability;
  readonly query?: Query;
  readonly body?: Body;
}

/** One request that may be answered: where, and what it says. */
export interface Asked<Place, Query, Body> {
  readonly place: Place;
  readonly query: Query;
  readonly body: Body;
  readonly exchange: ActorExchange;
}

type Answering<Place, Query extends z.ZodObject, Body extends z.ZodType> = (
  asked: Asked<Place, z.output<Query>, z.output<Body>>,
  on: SqlExecutor,
) => Promise<Answer>;

type Making<Place> = <
  Query extends z.ZodObject = typeof NOTHING,
  Body extends z.ZodType = typeof NOTHING,
>(
  spec: ApiSpec<Query, Body>,
  answer: Answering<Place, Query, Body>,
) => Route;

/**
 * The makers of the platform's API routes. Each asks for access first, then whether the place exists, and only then
 * looks at what was sent. What reads does so at one moment, under row-level security; what writes does so in one
 * transaction with its line in the audit log, and a refusal undoes all of it.
 */
export interface ApiRoutes {
  readonly readWorkspace: Making<WorkspacePlace>;
  readonly writeWorkspace: Making<WorkspacePlace>;
  readonly readEnvironment: Making<EnvironmentScope>;
  readonly writeEnvironment: Making<EnvironmentScope>;
}

export function apiRoutes(platform: Platform): ApiRoutes {
  return {
    readWorkspace: (spec, answer) =>
      routeOf(WORKSPACE, spec, async (exchange) => {
        const opened = await openWorkspace(exchange, spec.capability);
        if (opened.kind === "problem") return opened;
        const { place } = opened;
        return answerBy(spec, exchange, (sent) =>
          readAtOneMoment(platform, wholeOf(place), (on) => answer({ place, ...sent }, on)),
        );
      }),
    writeWorkspace: (spec, answer) =>
      routeOf(WORKSPACE, spec, async (exchange) => {
        const opened = await openWholeWorkspace(exchange, spec.capability);
        if (opened.kind === "problem") return opened;
        const { place } = opened;
        return answerBy(spec, exchange, (sent) =>
          writeOnce(platform, { ...place, ...sent }, (tx) => answer({ place, ...sent }, tx)),
        );
      }),
    readEnvironment: (spec, answer) =>
      inEnvironment(platform, spec, (place, exchange) =>
        answerBy(spec, exchange, (sent) =>
          readAtOneMoment(platform, place, (on) => answer({ place, ...sent }, on)),
        ),
      ),
    writeEnvironment: (spec, answer) =>
      inEnvironment(platform, spec, (place, exchange) =>
        answerBy(spec, exchange, (sent) =>
          writeOnce(platform, { workspaceId: place.workspaceId, ...sent }, (tx) =>
            answer({ place, ...sent }, tx),
          ),
        ),
      ),
  };
}

function inEnvironment<Query extends z.ZodObject, Body extends z.ZodType>(
  platform: Platform,
  spec: ApiSpec<Query, Body>,
  answer: (place: EnvironmentScope, exchange: ActorExchange) => Promise<Answer>,
): Route {
  return routeOf(ENVIRONMENT, spec, async (exchange) => {
    const opened = await openEnvironment(exchange, spec.capability);
    if (opened.kind === "problem") return opened;
    const { place } = opened;
    const environment = await readAtOneMoment(platform, place, (on) => findEnvironment(on, place));
    return environment === null ? notFound() : answer({ ...place, environment }, exchange);
  });
}

type Sent<Query extends z.ZodObject, Body extends z.ZodType> = Omit<
  Asked<never, z.output<Query>, z.output<Body>>,
  "place"
>;

/** Reads query and body as the description says, or tells what is wrong with them. */
async function answerBy<Query extends z.ZodObject, Body extends z.ZodType>(
  spec: ApiSpec<Query, Body>,
  exchange: ActorExchange,
  answer: (sent: Sent<Query, Body>) => Promise<Answer>,
): Promise<Answer> {
  const query = readQuery(spec.query ?? NO_QUERY, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const body = await readSent(spec, exchange);
  if (body.kind === "problem") return problemAnswer(body.problem);
  // Without a schema nothing is read, and so the empty object is what the schema would have answered.
  const sent = { query: query.values, body: body.body, exchange } as Sent<Query, Body>;
  return answer(sent);
}

async function readSent(spec: ApiSpec<z.ZodObject, z.ZodType>, exchange: ActorExchange) {
  if (spec.body === undefined) return { kind: "read", body: {} } as const;
  const mayBeAbsent = mayLackBody(spec.body);
  const sent = await readJsonBody(exchange.request, { mayBeAbsent });
  return sent.kind === "problem" ? sent : readBody(spec.body, sent.value);
}

function routeOf<Query extends z.ZodObject, Body extends z.ZodType>(
  below: string,
  { method, path, ...said }: ApiSpec<Query, Body>,
  answer: (exchange: ActorExchange) => Promise<Answer>,
): Route {
  const { body, query = NO_QUERY } = said;
  const operation = {
    ...said,
    query,
    ...(body !== undefined && mayLackBody(body) ? { bodyMayBeAbsent: true } : {}),
  };
  return { method, path: `${below}${path}`, surface: "api", access: "actor", operation, answer };
}

/** No body at all says the same as an empty object, where that is enough. */
function mayLackBody(body: z.ZodType): boolean {
  return body.safeParse({}).success;
}

function wholeOf({ workspaceId }: WorkspacePlace): RunScope {
  return { workspaceId, environmentId: null };
}
