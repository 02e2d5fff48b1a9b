import { z } from "zod";

const OPAQUE = /^[A-Za-z0-9_-]{1,1200}$/;

/** The place behind the last entry of a page as text that callers only carry. */
export function asCursor(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place), "utf8").toString("base64url");
}

/** A cursor whose parts the schema takes. Anything else is refused: nobody of us made it. */
export function cursorParameter<Place>(
  place: z.ZodType<Place, readonly string[]>,
  example: readonly string[],
) {
  return z
    .string()
    .regex(OPAQUE)
    .meta({
      description: "a cursor as the last page gave it in `next`",
      examples: [asCursor(example)],
    })
    .transform((text, context) => {
      const read = place.safeParse(partsOf(text));
      if (read.success) return read.data;
      context.issues.push({ code: "custom", input: text });
      return z.NEVER;
    });
}

function partsOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
