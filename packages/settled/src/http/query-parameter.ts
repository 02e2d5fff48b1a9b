import { z } from "zod";
import { PAGE_SIZE_MAX } from "../ports/run-reader.ts";
import { asEnvironmentId, SCOPE_NAME } from "../run/scope.ts";

// A parameter's description says what it takes, for the OpenAPI document and for whoever sent something else.

export const NO_QUERY = z.strictObject({});

const VALUES_MAX = 50;
const TYPE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;

/** One or more values joined by commas, each read by `one`. */
export function listParameter<One extends z.ZodType>(one: One, allowed: string) {
  return z
    .array(one)
    .min(1)
    .max(VALUES_MAX)
    .describe(`one or more of these, joined by commas, at most ${VALUES_MAX}: ${allowed}`);
}

export function wordsParameter<const Words extends readonly [string, ...string[]]>(words: Words) {
  return listParameter(z.enum(words), words.join(", "));
}

export function environmentsParameter() {
  return listParameter(
    z.string().regex(SCOPE_NAME).transform(asEnvironmentId),
    "ids of environments",
  );
}

export function typesParameter() {
  return listParameter(z.string().regex(TYPE), "operation types such as restore.execute");
}

export function limitParameter() {
  return z
    .int()
    .min(1)
    .max(PAGE_SIZE_MAX)
    .describe(`a whole number from 1 to ${PAGE_SIZE_MAX}; the maximum is ${PAGE_SIZE_MAX}`);
}

export function booleanParameter() {
  return z.boolean().describe("true or false");
}

const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;
const DAY_CHARS = 10;

export function momentParameter() {
  return z
    .string()
    .regex(MOMENT)
    .meta({
      description: "a day in UTC (2026-05-24) or a moment with its zone (2026-05-24T14:05:00Z)",
      examples: ["2026-05-24", "2026-05-24T14:05:00Z"],
    })
    .transform((text, context) => {
      const moment = momentOf(text);
      if (moment !== null) return moment;
      context.issues.push({ code: "custom", input: text });
      return z.NEVER;
    });
}

/** A day that its month does not have is read by JavaScript as one of the next month: such a day is none. */
function momentOf(text: string): Date | null {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) return null;
  const day = text.slice(0, DAY_CHARS);
  const midnight = new Date(`${day}T00:00:00Z`);
  return midnight.getTime() >= 0 && midnight.toISOString().startsWith(day) ? moment : null;
}
