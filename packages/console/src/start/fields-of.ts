import type { InputChoice, InputField } from "./input-field.ts";

/** A part of a JSON Schema as it came: nothing of it is believed before it was looked at. */
type Schema = Readonly<Record<string, unknown>>;

const FIELDS_MAX = 40;
const CHOICES_MAX = 200;

/**
 * The fields of a form for what an operation takes. What a form has no words for is one field for JSON: one member, or
 * the whole input where it is no plain object or not told at all.
 */
export function fieldsOf(schema: unknown): readonly InputField[] {
  const whole = asSchema(schema);
  const members = Object.entries(asSchema(whole?.["properties"]) ?? {});
  const isPlain =
    whole?.["type"] === "object" &&
    !["anyOf", "oneOf", "allOf", "$ref"].some((key) => key in whole) &&
    members.length <= FIELDS_MAX &&
    (members.length > 0 || whole["additionalProperties"] === false);
  if (whole === null || !isPlain) return [wholeInput(whole)];
  const required = Array.isArray(whole["required"]) ? whole["required"] : [];
  return members.map(([name, member]) =>
    fieldOf(resolved(member, whole), { name, isRequired: required.includes(name) }),
  );
}

function wholeInput(schema: Schema | null): InputField {
  return {
    kind: "json",
    name: null,
    label: textIn(schema?.["title"]) ?? "",
    hint: textIn(schema?.["description"]),
    isRequired: true,
    first: "{}",
  };
}

function fieldOf(
  schema: Schema,
  { name, isRequired }: { readonly name: string; readonly isRequired: boolean },
): InputField {
  const base = {
    name,
    label: textIn(schema["title"]) ?? name,
    hint: textIn(schema["description"]),
    isRequired,
  };
  const preset = schema["default"];
  const choices = choicesIn(schema);
  if (choices !== null) {
    return { ...base, kind: "choice", choices, first: preset === undefined ? "" : json(preset) };
  }
  switch (schema["type"]) {
    case "string":
      return { ...base, kind: "text", first: textIn(preset) ?? "" };
    case "number":
    case "integer":
      return {
        ...base,
        kind: schema["type"],
        first: typeof preset === "number" ? String(preset) : "",
      };
    case "array": {
      const items = asSchema(schema["items"]);
      const offered = items === null ? null : choicesIn(items);
      if (preset === undefined && offered !== null) {
        return { ...base, kind: "choices", choices: offered };
      }
      if (preset === undefined && items?.["type"] === "string") {
        return { ...base, kind: "texts", first: "" };
      }
    }
  }
  return { ...base, kind: "json", first: preset === undefined ? "" : json(preset) };
}

/** The values of a closed list; null where it is none. */
function choicesIn(schema: Schema): readonly InputChoice[] | null {
  if (schema["type"] === "boolean") return [true, false].map(asChoice);
  const values = closedValuesIn(schema);
  if (values === null || values.length === 0 || values.length > CHOICES_MAX) return null;
  return values.every(isPlainValue) ? values.map(asChoice) : null;
}

function closedValuesIn(schema: Schema): readonly unknown[] | null {
  if ("const" in schema) return [schema["const"]];
  const listed: unknown = schema["enum"];
  return Array.isArray(listed) ? listed : constantsIn(schema["anyOf"]);
}

function constantsIn(branches: unknown): readonly unknown[] | null {
  if (!Array.isArray(branches)) return null;
  const schemas = branches.map(asSchema);
  return schemas.every((one) => one !== null && "const" in one)
    ? schemas.map((one) => one?.["const"])
    : null;
}

function isPlainValue(value: unknown): value is InputChoice["value"] {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function asChoice(value: InputChoice["value"]): InputChoice {
  return { value, label: String(value) };
}

/** Follows one reference into the document's own definitions. */
function resolved(member: unknown, whole: Schema): Schema {
  const schema = asSchema(member) ?? {};
  const [, name] = /^#\/\$defs\/([^/]+)$/.exec(textIn(schema["$ref"]) ?? "") ?? [];
  const defined = name === undefined ? null : asSchema(asSchema(whole["$defs"])?.[name]);
  return defined === null ? schema : { ...defined, ...schema };
}

function asSchema(value: unknown): Schema | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Schema)
    : null;
}

function textIn(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
