import { z } from "zod";
import { INITIATOR_KINDS } from "../../run/actor.ts";
import type { JsonObject, JsonValue } from "../../run/json-value.ts";
import { RUN_OUTCOMES, RUN_STATUSES } from "../../run/operation-run.ts";

/** ISO 8601 in UTC, to the millisecond. */
export const MOMENT_SCHEMA = z.iso.datetime().describe("ISO 8601, in UTC.");

export const STATUS_SCHEMA = z.enum(RUN_STATUSES).meta({
  id: "RunStatus",
  description: "Where a run is in its life.",
});

export const OUTCOME_SCHEMA = z.enum(RUN_OUTCOMES).meta({
  id: "RunOutcome",
  description: "How a run ended.",
});

export const INITIATOR_SCHEMA = z
  .object({ kind: z.enum(INITIATOR_KINDS), id: z.string(), name: z.string() })
  .meta({ id: "Initiator", description: "Who asked; the name as it was then." });

/** Where a list goes on; the Link header says the same. */
export const NEXT_SCHEMA = z
  .string()
  .nullable()
  .describe("The path of the next page; null on the last one.");

/** Any JSON: what an operation or a host put there is its own. */
export const JSON_SCHEMA = z.unknown() as z.ZodType<JsonValue>;

export const JSON_OBJECT_SCHEMA = z.record(z.string(), JSON_SCHEMA) as z.ZodType<JsonObject>;
