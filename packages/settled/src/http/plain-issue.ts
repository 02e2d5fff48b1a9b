import type { z } from "zod";

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};

/** What a limit counts; of a number it is the value itself. */
const UNITS: Readonly<Record<string, string>> = {
  string: "characters",
  array: "entries",
  object: "members",
  record: "members",
};

/** What is wrong with a value, for whoever sent it. Stands in where a schema has no words of its own. */
export function plainIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "This is missing.";
      return `This must be ${TYPES[issue.expected] ?? "of another type"}.`;
    case "too_small":
      return limited("at least", issue);
    case "too_big":
      return limited("at most", issue);
    case "invalid_value":
      return `This must be one of: ${issue.values.map(String).join(", ")}.`;
    case "unrecognized_keys":
      return `This member is not known; allowed are ${namesOf(membersOf(issue.inst))}.`;
    case "not_multiple_of":
      return `This must be a multiple of ${issue.divisor}.`;
    case "invalid_union":
    case "invalid_format":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return "This value is not allowed.";
  }
}

function limited(
  bound: "at least" | "at most",
  issue: z.core.$ZodRawIssue & { readonly code: "too_small" | "too_big" },
): string {
  const limit = issue.code === "too_small" ? issue.minimum : issue.maximum;
  const unit = UNITS[issue.origin];
  return unit === undefined
    ? `This must be ${bound} ${limit}.`
    : `This must have ${bound} ${limit} ${unit}.`;
}

function membersOf(schema: unknown): readonly string[] {
  const { shape } = (schema ?? {}) as Partial<z.ZodObject>;
  return Object.keys(shape ?? {});
}

function namesOf(known: readonly string[]): string {
  const last = known.at(-1) ?? "none";
  return known.length < 2 ? last : `${known.slice(0, -1).join(", ")} and ${last}`;
}
