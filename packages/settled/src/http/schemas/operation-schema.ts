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
  })
  .meta({ id: "Operations", description: "What can be started here." });
