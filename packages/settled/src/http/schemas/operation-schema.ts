import { z } from "zod";

export const OPERATIONS_SCHEMA = z
  .object({
    operations: z.array(
      z.object({
        type: z.string(),
        label: z.string(),
        capability: z.string().describe("What starting it needs."),
      }),
    ),
    reasons: z
      .array(z.object({ code: z.string(), title: z.string() }))
      .describe("Why a run can have ended as it did."),
  })
  .meta({ id: "Operations", description: "What can be started here." });
