import * as fc from "fast-check";
import type { ApiDocument, JsonSchema } from "./api-document.test-kit.ts";

/** Values that are known to lead somewhere, by the name of a parameter or member. */
export type KnownValues = (name: string) => readonly string[];

const STRING_CHARS_MAX = 40;
const ENTRIES_MAX = 4;

/** Values that fit a schema. `examples` stand for what a schema cannot say; known values for what leads somewhere. */
export function arbitraryOf(
  document: ApiDocument,
  schema: JsonSchema,
  known: KnownValues,
  name = "",
): fc.Arbitrary<unknown> {
  const found = document.resolve(schema);
  const inner = (next: JsonSchema, member: string) => arbitraryOf(document, next, known, member);
  if (found.const !== undefined) return fc.constant(found.const);
  if (found.enum !== undefined) return fc.constantFrom(...found.enum);
  if (found.examples !== undefined) return fc.constantFrom(...found.examples);
  const choices = found.anyOf ?? found.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => inner(choice, name)));
  if (Array.isArray(found.type)) {
    return fc.oneof(...found.type.map((type) => inner({ ...found, type }, name)));
  }
  switch (found.type) {
    case "string":
      return withKnown(fitting(known(name), found), stringOf(found));
    case "integer":
      return integerOf(found);
    case "number":
      return fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(inner(found.items ?? {}, name), {
        minLength: found.minItems ?? 0,
        maxLength: Math.max(
          found.minItems ?? 0,
          Math.min(found.maxItems ?? ENTRIES_MAX, ENTRIES_MAX),
        ),
      });
    case "object":
      return objectOf(found, inner);
    case undefined:
    default:
      return fc.jsonValue({ maxDepth: 3 });
  }
}

function fitting(values: readonly string[], { pattern }: JsonSchema): readonly string[] {
  if (pattern === undefined) return values;
  const matcher = new RegExp(pattern, "u");
  return values.filter((value) => matcher.test(value));
}

function withKnown(values: readonly string[], other: fc.Arbitrary<string>): fc.Arbitrary<string> {
  if (values.length === 0) return other;
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...values) },
    { weight: 1, arbitrary: other },
  );
}

function stringOf({ pattern, format, minLength = 0, maxLength = STRING_CHARS_MAX }: JsonSchema) {
  if (format === "uuid") return fc.uuid();
  if (format === "date-time") {
    const range = { min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true };
    return fc.date(range).map((date) => date.toISOString());
  }
  const longest = Math.max(minLength, Math.min(maxLength, STRING_CHARS_MAX));
  if (pattern === undefined) return fc.string({ minLength, maxLength: longest, unit: "grapheme" });
  const matcher = new RegExp(pattern, "u");
  return matching(matcher).filter((text) => text.length >= minLength && text.length <= maxLength);
}

/** Not every pattern can be turned into texts: then texts are tried. */
function matching(matcher: RegExp): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(matcher);
  } catch {
    return fc.string({ minLength: 1, maxLength: 20 }).filter((text) => matcher.test(text));
  }
}

function integerOf({ minimum = 0, maximum = 1_000, multipleOf = 1 }: JsonSchema) {
  const range = { min: Math.ceil(minimum / multipleOf), max: Math.floor(maximum / multipleOf) };
  return fc.integer(range).map((count) => count * multipleOf);
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  inner: (schema: JsonSchema, name: string) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const members = Object.entries(properties).map(([name, schema]) => [name, inner(schema, name)]);
  if (members.length === 0 && typeof additionalProperties === "object") {
    return fc.dictionary(
      fc.string({ minLength: 1, maxLength: 12 }),
      inner(additionalProperties, ""),
      {
        maxKeys: ENTRIES_MAX,
        noNullPrototype: true,
      },
    );
  }
  return fc.record(Object.fromEntries(members) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [...required],
    noNullPrototype: true,
  });
}
