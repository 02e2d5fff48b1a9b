import { z } from "zod";
import { isJsonObject, type JsonObject, type JsonValue, stableJson } from "../../run/json-value.ts";
import { SettledError } from "../../run/settled-error.ts";

/** What a query or body may hold (`input`), or what an answer holds (`output`). */
export type SchemaSide = "input" | "output";

/** Schemas as JSON Schema 2020-12. What an answer holds and has an id is told once, under `components`. */
export interface SchemaShelf {
  /** `owner` names what has no name of its own, such as a schema that holds itself. */
  asJsonSchema(schema: z.core.$ZodType, side: SchemaSide, owner: string): JsonObject;
  /** By name, in the order of their names. */
  components(): JsonObject;
}

const LOCAL = "#/$defs/";
const SHARED = "#/components/schemas/";
/** How zod names what holds itself and has no id. */
const UNNAMED = "__schema";
/** Formats that everybody knows: the long patterns that zod adds to them say nothing more. */
const FORMATS = ["date-time", "uuid"];

export function createSchemaShelf(): SchemaShelf {
  const kept = new Map<string, JsonObject>();

  const rewrite = (value: JsonValue, source: Source): JsonValue => {
    if (Array.isArray(value)) return value.map((entry: JsonValue) => rewrite(entry, source));
    if (!isJsonObject(value)) return value;
    const { $ref, ...beside } = value;
    const rest = Object.entries(beside).map(([key, entry]) => [key, rewrite(entry, source)]);
    if (typeof $ref !== "string") return Object.fromEntries(rest) as JsonObject;
    const id = $ref.slice(LOCAL.length);
    const found = source.definitions[id] ?? {};
    // What may be sent can be less strict than what is answered under the same name: it is told in place.
    if (source.side === "input" && !id.startsWith(UNNAMED)) {
      return { ...(rewrite(found, source) as JsonObject), ...Object.fromEntries(rest) };
    }
    const name = id.startsWith(UNNAMED) ? `${source.owner}${id.slice(UNNAMED.length)}` : id;
    keep(name, found, source);
    return { $ref: `${SHARED}${name}`, ...Object.fromEntries(rest) };
  };

  const keep = (name: string, found: JsonValue, source: Source): void => {
    if (source.open.has(name)) return;
    const written = rewrite(found, { ...source, open: new Set([...source.open, name]) });
    const there = kept.get(name);
    if (there !== undefined && stableJson(there) !== stableJson(written)) {
      const message = `Two schemas of the API have the id "${name}".`;
      throw new SettledError("invalid_definition", message);
    }
    kept.set(name, written as JsonObject);
  };

  return {
    asJsonSchema(schema, side, owner) {
      const { root, definitions } = jsonSchemaOf(schema, side);
      return rewrite(root, { definitions, side, owner, open: new Set() }) as JsonObject;
    },
    components: () => Object.fromEntries([...kept].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

interface Source {
  readonly definitions: Readonly<Record<string, JsonValue>>;
  readonly side: SchemaSide;
  readonly owner: string;
  /** What is being written right now: a schema that holds itself is written once. */
  readonly open: ReadonlySet<string>;
}

/** Wrapped, so that zod names the schema itself by its id like any other. */
function jsonSchemaOf(schema: z.core.$ZodType, side: SchemaSide) {
  const { properties, $defs } = z.toJSONSchema(z.object({ root: schema }), {
    io: side,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      // The bounds of every whole number in JavaScript say nothing about this one.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      delete jsonSchema.id;
      if (FORMATS.includes(jsonSchema.format ?? "")) delete jsonSchema.pattern;
    },
  });
  return {
    root: (properties?.["root"] ?? {}) as JsonObject,
    definitions: ($defs ?? {}) as Readonly<Record<string, JsonValue>>,
  };
}
