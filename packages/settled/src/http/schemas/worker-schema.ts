import { z } from "zod";
import { WORKER_ENDS } from "../../run/worker-end.ts";
import { MOMENT_SCHEMA } from "./value-schemas.ts";

const WORKER_SCHEMA = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z
      .enum(["alive", "silent", "ended"])
      .describe("silent: no sign of life any more, and no sweep has ended it yet."),
    started_at: MOMENT_SCHEMA,
    last_beat_at: MOMENT_SCHEMA,
    last_sweep_at: MOMENT_SCHEMA.nullable(),
    ended_at: MOMENT_SCHEMA.nullable(),
    ended_because: z.enum(WORKER_ENDS).nullable(),
    runs: z.int().describe("Runs of this workspace that it has."),
  })
  .meta({ id: "Worker", description: "One worker process, as its lease tells it." });

export const WORKERS_SCHEMA = z
  .object({
    workers: z
      .array(WORKER_SCHEMA)
      .nullable()
      .describe("The living, and those that ended within a day; null = not known here."),
    last_sweep_at: MOMENT_SCHEMA.nullable().describe(
      "When one of them last looked for due runs; null = not known.",
    ),
  })
  .meta({ id: "Workers", description: "Who executes runs. They serve every workspace." });
