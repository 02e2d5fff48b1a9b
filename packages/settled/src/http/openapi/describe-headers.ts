import type { JsonObject } from "../../run/json-value.ts";
import type { ApiAnswer } from "../api-operation.ts";
import { API_HEADERS, type ApiHeader } from "./api-headers.ts";

const EVERYWHERE = { "X-Request-Id": "always", "Cache-Control": "always" } as const;

/** The headers of an answer as OpenAPI tells them. */
export function headersOf(own: ApiAnswer["headers"] = {}): JsonObject {
  return Object.fromEntries(
    Object.entries({ ...EVERYWHERE, ...own }).map(([name, when]) => [
      name,
      { $ref: `#/components/headers/${componentOf(name as ApiHeader, when === "always")}` },
    ]),
  );
}

/** Each header twice: as one that is always there, and as one that may be. */
export const HEADER_COMPONENTS: JsonObject = Object.fromEntries(
  Object.entries(API_HEADERS).flatMap(([name, { description, schema }]) =>
    [true, false].map((required) => [
      componentOf(name as ApiHeader, required),
      { description, required, schema },
    ]),
  ),
);

function componentOf(name: ApiHeader, required: boolean): string {
  return required ? name : `${name}-maybe`;
}
