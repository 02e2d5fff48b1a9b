import { type InputField, pointerOf } from "./input-field.ts";

/** What stands in the fields, by their pointers: of several choices a list, of everything else a text. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** What was typed as the operation's input, or which fields cannot be read so. The server judges what can. */
export type ReadTyped =
  | { readonly kind: "read"; readonly input: unknown }
  | { readonly kind: "faults"; readonly faults: Readonly<Record<string, TypedFault>> };

export type TypedFault = "needed" | "no_number" | "no_integer" | "no_json" | "too_large";

type ReadField = { readonly value: unknown } | { readonly fault: TypedFault } | "left_out";

export function readTyped(fields: readonly InputField[], typed: Typed): ReadTyped {
  const faults: Record<string, TypedFault> = {};
  const members: [string | null, unknown][] = [];
  for (const field of fields) {
    const read = readField(field, typed[pointerOf(field)]);
    if (read === "left_out") continue;
    if ("fault" in read) faults[pointerOf(field)] = read.fault;
    else members.push([field.name, read.value]);
  }
  if (Object.keys(faults).length > 0) return { kind: "faults", faults };
  const whole = members.find(([name]) => name === null);
  return {
    kind: "read",
    input: whole === undefined ? Object.fromEntries(members) : whole[1],
  };
}

/** What stands in the fields of a form that nobody has touched. */
export function untyped(fields: readonly InputField[]): Typed {
  return Object.fromEntries(
    fields.map((field) => [pointerOf(field), field.kind === "choices" ? [] : field.first]),
  );
}

function readField(field: InputField, said: string | readonly string[] = ""): ReadField {
  if (field.kind === "choices") {
    const chosen = field.choices.filter(({ value }) => said.includes(JSON.stringify(value)));
    if (chosen.length === 0 && !field.isRequired) return "left_out";
    return { value: chosen.map(({ value }) => value) };
  }
  const text = typeof said === "string" ? said : "";
  const isEmpty = text.trim() === "";
  if (isEmpty && !field.isRequired) return "left_out";
  switch (field.kind) {
    case "text":
      return { value: text };
    case "texts":
      return { value: text.split("\n").filter((line) => line.trim() !== "") };
    case "choice": {
      const chosen = field.choices.find(({ value }) => JSON.stringify(value) === text);
      return chosen === undefined ? { fault: "needed" } : { value: chosen.value };
    }
    case "number":
    case "integer":
      return isEmpty ? { fault: "needed" } : readNumber(text.trim(), field.kind);
    case "json":
      return isEmpty ? { fault: "needed" } : readJson(text);
  }
}

/** As JSON writes numbers, so that no machine's own way of writing them is guessed at. */
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

function readNumber(text: string, kind: "number" | "integer"): ReadField {
  const value = Number(text);
  if (!NUMBER.test(text)) return { fault: "no_number" };
  if (isTooLarge(value)) return { fault: "too_large" };
  return kind === "integer" && !Number.isInteger(value) ? { fault: "no_integer" } : { value };
}

function readJson(text: string): ReadField {
  let isKept = true;
  try {
    const value: unknown = JSON.parse(text, (_name, part: unknown) => {
      if (isTooLarge(part)) isKept = false;
      return part;
    });
    return isKept ? { value } : { fault: "too_large" };
  } catch {
    return { fault: "no_json" };
  }
}

/** Whole numbers beyond 2^53 would be rounded in silence: an id would become another one. */
function isTooLarge(value: unknown): boolean {
  return typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER;
}
