import type { z } from "zod";
import { definitionOf, innermostSchema } from "./innermost-schema.ts";

const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
]);

/**
 * The text of a parameter as the kind of value that its schema takes: a list is joined by commas (in OpenAPI: style
 * form, not exploded). Text that is no such value stays as it is, for the schema to refuse.
 */
export function decodeParameter(schema: z.core.$ZodType, text: string): unknown {
  const kind = definitionOf(innermostSchema(schema));
  if (kind.type === "array") {
    return text.split(",").map((part) => decodeParameter(kind.element, part.trim()));
  }
  if (kind.type === "number") return NUMBER.test(text) ? Number(text) : text;
  return kind.type === "boolean" ? (BOOLEANS.get(text) ?? text) : text;
}

/** Whether the parameter takes several values. */
export function isList(schema: z.core.$ZodType): boolean {
  return definitionOf(innermostSchema(schema)).type === "array";
}
