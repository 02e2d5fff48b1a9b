import { z } from "zod";
import { PROBLEM_CODES } from "../problem-copy.ts";

const FAULT_SCHEMA = z
  .union([
    z.object({ pointer: z.string(), detail: z.string() }),
    z.object({ parameter: z.string(), detail: z.string() }),
  ])
  .meta({ id: "ProblemFault", description: "One thing that is wrong, and where." });

/** A refusal or a fault (RFC 9457). Some codes bring members of their own, such as the capability that is missing. */
export const PROBLEM_SCHEMA = z
  .looseObject({
    type: z.string().regex(/^urn:settled:problem:[a-z_]+$/),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    code: z.enum(PROBLEM_CODES),
    next_actions: z.array(z.string()).min(1).describe("What to do, in order."),
    errors: z.array(FAULT_SCHEMA).min(1).exactOptional(),
    reason: z.string().exactOptional().describe("Why an action was not taken."),
    capability: z.string().exactOptional().describe("The capability that is missing."),
    instance: z
      .string()
      .exactOptional()
      .describe("The id of the request; absent of a 404, so that hidden and absent read the same."),
  })
  .meta({ id: "Problem", description: "A refusal or a fault, after RFC 9457." });
