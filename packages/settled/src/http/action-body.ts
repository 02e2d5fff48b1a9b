import { z } from "zod";
import { tryArtifactRef } from "../run/artifact-ref.ts";
import { RUN_OUTCOMES } from "../run/operation-run.ts";

const REASON_CHARS_MAX = 1_000;
const REASON_WORDS = `A reason is text of 1 to ${REASON_CHARS_MAX} characters.`;
const RELATED_WORDS = "An artifact is named by { type, id }: short text, without other members.";
const OUTCOME_WORDS = `An outcome is one of: ${RUN_OUTCOMES.join(", ")}.`;

/** Why an actor acts, in their own words: more than blanks. */
const REASON = z
  .string(REASON_WORDS)
  .max(REASON_CHARS_MAX, REASON_WORDS)
  .regex(/[^\s\0]/u, REASON_WORDS)
  .describe("Why, in the words of whoever acts. Kept in the run's events.");

const RELATED = z
  .strictObject(
    { type: z.string(RELATED_WORDS), id: z.union([z.string(), z.number()], RELATED_WORDS) },
    RELATED_WORDS,
  )
  .meta({
    description: "The artifact that proves the outcome.",
    examples: [{ type: "environment_review", id: "019abcde-0000-7000-8000-000000000000" }],
  })
  .transform((named, context) => {
    const related = tryArtifactRef(named);
    if (related !== null) return related;
    context.issues.push({ code: "custom", input: named, message: RELATED_WORDS });
    return z.NEVER;
  });

/** `{ reason? }` */
export const REASON_BODY = z
  .strictObject({ reason: REASON.nullish() })
  .transform(({ reason = null }) => (reason === null ? {} : { because: reason }));

/** `{ outcome, related?, reason }` */
export const RESOLVE_BODY = z
  .strictObject({
    outcome: z.enum(RUN_OUTCOMES, OUTCOME_WORDS),
    related: RELATED.nullish(),
    reason: REASON,
  })
  .transform(({ outcome, related = null, reason }) => ({ outcome, related, because: reason }));
