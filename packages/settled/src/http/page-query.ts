import { z } from "zod";
import { asEnvironmentId, type EnvironmentId } from "../run/scope.ts";

const VALUES_MAX = 50;
const ID = /^[^\p{Cc}]{1,512}$/u;
const OPAQUE = /^[A-Za-z0-9_-]{1,1200}$/;

/** How many entries a page has at most. */
export function limitParameter(max: number) {
  return z.coerce
    .number(`A whole number from 1 to ${max}.`)
    .int(`A whole number from 1 to ${max}.`)
    .min(1, `A whole number from 1 to ${max}.`)
    .max(max, `A whole number from 1 to ${max}.`)
    .optional();
}

/** A day, which begins in UTC, or a moment with its offset. */
export const MOMENT_PARAMETER = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: "A day such as 2026-05-01, or a moment such as 2026-05-01T08:00:00Z.",
  })
  .transform((text) => new Date(text))
  .optional();

export const ID_PARAMETER = z.string().regex(ID, "An id of 1 to 512 characters.").optional();

/** Values joined by commas, each of which the schema takes. */
export function listParameter<Value>(one: z.ZodType<Value, string>) {
  return z
    .string()
    .transform((text) => text.split(",", VALUES_MAX + 1).map((part) => part.trim()))
    .pipe(z.array(one).min(1).max(VALUES_MAX, `At most ${VALUES_MAX} values.`))
    .optional();
}

export const ENVIRONMENT_IDS_PARAMETER = listParameter(
  z.string().transform((text, context): EnvironmentId => {
    try {
      return asEnvironmentId(text);
    } catch {
      context.addIssue({ code: "custom", message: "No environment can have such an id." });
      return z.NEVER;
    }
  }),
);

/** The place behind the last entry of a page as text that callers only carry. */
export function asCursor(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place), "utf8").toString("base64url");
}

/** A cursor of ours whose parts the schema takes; anything else is refused, and so was made by nobody of us. */
export function cursorParameter<Place>(place: z.ZodType<Place, readonly string[]>) {
  return z
    .string()
    .regex(OPAQUE, "A cursor as the last page gave it in `next`.")
    .transform((text) => partsOf(text))
    .pipe(place)
    .optional();
}

function partsOf(text: string): readonly string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return Array.isArray(parts) && parts.every((part) => typeof part === "string") ? parts : [];
  } catch {
    return [];
  }
}
