import type { JsonSchema } from "./api-document.test-kit.ts";
import type { PlannedRequest } from "./request-arbitrary.test-kit.ts";

/** What is wrong with a value by the schema at a pointer; null = nothing. */
export type FaultIn = (pointer: string, value: unknown) => string | null;

/** Whether the document does not allow the query or the body: then the request must not be taken. */
export function isForbidden(request: PlannedRequest, faultIn: FaultIn): boolean {
  return isQueryForbidden(request, faultIn) || isBodyForbidden(request, faultIn);
}

function isQueryForbidden({ operation, query }: PlannedRequest, faultIn: FaultIn): boolean {
  const names = query.map(([name]) => name);
  return query.some(([name, text]) => {
    const parameter = operation.parameters.find((one) => one.in === "query" && one.name === name);
    if (parameter === undefined && operation.ignoresUnknown) return false;
    if (parameter === undefined || names.indexOf(name) !== names.lastIndexOf(name)) return true;
    return faultIn(`${parameter.at}/schema`, decoded(parameter.schema, text)) !== null;
  });
}

function isBodyForbidden({ operation, headers, body }: PlannedRequest, faultIn: FaultIn): boolean {
  if (operation.body === null) return false;
  if (body === null || body === "") return !operation.bodyMayBeAbsent;
  if (!(headers["content-type"] ?? "").startsWith("application/json")) return true;
  try {
    return faultIn(`${operation.body.at}/schema`, JSON.parse(body)) !== null;
  } catch {
    return true;
  }
}

function decoded({ type, items = {} }: JsonSchema, text: string): unknown {
  if (type === "array") return text.split(",").map((part) => decoded(items, part.trim()));
  if (type === "boolean") return text === "true" || (text === "false" ? false : text);
  const isNumber = type === "integer" || type === "number";
  return isNumber && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
