import type { JsonObject } from "../../run/json-value.ts";
import type { BrowserSession } from "../browser-session.ts";
import type { RouteAddress } from "../route.ts";

const DESCRIPTIONS = {
  bearer: "A token of a program, in the Authorization header.",
  session: "The session of a signed-in browser; counts only from the site's own pages.",
  sessionHeader: "Proves that a page of the site sent the request: another site cannot set it.",
};

export function securitySchemes(session: BrowserSession | undefined): JsonObject {
  return {
    bearer: { type: "http", scheme: "bearer", description: DESCRIPTIONS.bearer },
    ...(session === undefined
      ? {}
      : {
          session: {
            type: "apiKey",
            in: "cookie",
            name: session.cookie,
            description: DESCRIPTIONS.session,
          },
        }),
    ...(session?.header === undefined
      ? {}
      : {
          sessionHeader: {
            type: "apiKey",
            in: "header",
            name: session.header,
            description: DESCRIPTIONS.sessionHeader,
          },
        }),
  };
}

/** Any one of them lets a request in; what is named together is needed together. */
export function requirementsOf(
  method: RouteAddress["method"],
  session: BrowserSession | undefined,
): readonly JsonObject[] {
  if (session === undefined) return [{ bearer: [] }];
  const needsHeader = method !== "GET" && session.header !== undefined;
  return [{ bearer: [] }, needsHeader ? { session: [], sessionHeader: [] } : { session: [] }];
}
