import type { JsonObject } from "../../run/json-value.ts";
import { SettledError } from "../../run/settled-error.ts";
import type { ApiOperation } from "../api-operation.ts";
import type { BrowserSession } from "../browser-session.ts";
import type { Route } from "../route.ts";
import { HEADER_COMPONENTS } from "./describe-headers.ts";
import { describeOperation } from "./describe-operation.ts";
import { PARAMETER_COMPONENTS } from "./describe-parameters.ts";
import { problemComponents } from "./describe-problems.ts";
import { templateOf } from "./path-parts.ts";
import { createSchemaShelf } from "./schema-shelf.ts";
import { requirementsOf, securitySchemes } from "./security-schemes.ts";

export interface ApiDocumentOptions {
  readonly title: string;
  /** What stands in front of every path; empty at the root of the host. */
  readonly basePath: string;
  readonly session?: BrowserSession;
}

interface TakenRoute {
  readonly route: Route;
  readonly operation: ApiOperation;
}

const DESCRIPTION =
  "Everything is JSON; refusals are application/problem+json (RFC 9457). What an actor may not see is answered byte for byte as what does not exist.";

/**
 * The OpenAPI 3.1 document of every route that says what it takes, in the order of the routes. Throws
 * `invalid_definition` where two have one id, or two schemas one name.
 */
export function createApiDocument(
  routes: readonly Route[],
  { title, basePath, session }: ApiDocumentOptions,
): JsonObject {
  const shelf = createSchemaShelf();
  const taken = routes.flatMap((route): readonly TakenRoute[] =>
    route.operation === undefined ? [] : [{ route, operation: route.operation }],
  );
  refuseTwins(taken);
  const paths: Record<string, JsonObject> = {};
  for (const { route, operation } of taken) {
    const security = requirementsOf(route.method, session);
    const template = templateOf(route.path);
    paths[template] = {
      ...paths[template],
      [route.method.toLowerCase()]: describeOperation(route, operation, { shelf, security }),
    };
  }
  const responses = problemComponents(shelf);
  return {
    openapi: "3.1.0",
    info: { title, version: "1", description: DESCRIPTION },
    servers: [{ url: basePath === "" ? "/" : basePath }],
    tags: [...new Set(taken.map(({ operation }) => operation.tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: securitySchemes(session),
      parameters: PARAMETER_COMPONENTS,
      headers: HEADER_COMPONENTS,
      responses,
      schemas: shelf.components(),
    },
  };
}

function refuseTwins(taken: readonly TakenRoute[]): void {
  const ids = taken.map(({ operation }) => operation.id);
  const twin = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twin === undefined) return;
  const message = `Two routes of the API have the id "${twin}".`;
  throw new SettledError("invalid_definition", message);
}
