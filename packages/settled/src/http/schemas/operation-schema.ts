import { z } from "zod";

export const OPERATIONS_SCHEMA = z
  .object({
    operations: z.array(
      z.object({
        type: z.string(),
        label: z.string(),
        capability: z.string().describe("What starting it needs."),
        environment: z
          .enum(["required", "optional"])
          .describe("Whether it is always about one environment."),
        input_schema: z
          .record(z.string(), z.unknown())
          .nullable()
          .describe("What it takes, as JSON Schema 2020-12; null = its schema cannot be told so."),
        queue: z.object({ name: z.string(), retries: z.int() }),
        adapter: z
          .string()
          .nullable()
          .describe("Who asks the truth about its runs; null = only what is certain settles them."),
        artifact: z
          .object({ type: z.string(), label: z.string() })
          .nullable()
          .describe("What it makes."),
        timeouts: z
          .object({ start_within_ms: z.int(), run_within_ms: z.int(), decide_within_ms: z.int() })
          .describe("After how long the truth is asked, and a person."),
        repeatable: z
          .boolean()
          .describe("Whether it may be handed over again once nothing is known to be produced."),
      }),
    ),
    reasons: z
      .array(z.object({ code: z.string(), title: z.string() }))
      .describe("Why a run can have ended as it did."),
  })
  .meta({ id: "Operations", description: "What can be started here." });
