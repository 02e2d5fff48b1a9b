import { z } from "zod";
import { ARTIFACT_REF_SCHEMA } from "./artifact-schema.ts";
import { TRIGGER_SCHEMA } from "./reconciliation-schema.ts";
import { RUN_SCHEMA } from "./run-schema.ts";
import { OUTCOME_SCHEMA } from "./value-schemas.ts";

const FOUND_SCHEMA = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("settle"),
    adapter: z.string(),
    decision: OUTCOME_SCHEMA,
    reason: z.string(),
    trigger: TRIGGER_SCHEMA,
    related: ARTIFACT_REF_SCHEMA.nullable(),
    candidates: z.int().describe("How many artifacts may be the run's, where none was chosen."),
  }),
  z.object({ kind: z.literal("ask_again"), because: z.string(), after_ms: z.number() }),
  z.object({ kind: z.literal("left_alone"), because: z.string() }),
  z.object({ kind: z.enum(["stands", "unknown_operation", "hand_over", "redispatch"]) }),
]);

/** A look at the truth about a run: what was found, and whether the run was changed by it. */
export const LOOKED_AT_RUN_SCHEMA = RUN_SCHEMA.extend({
  look: z.object({
    dry_run: z.boolean(),
    changed: z.boolean(),
    sentence: z.string().describe("What was found and what becomes of it, in words."),
    found: FOUND_SCHEMA,
  }),
}).meta({ id: "LookedAtRun", description: "The run, and what a look at the truth found." });
