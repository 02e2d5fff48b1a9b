import { z } from "zod";
import { TARGET_VERDICTS } from "../bulk/target-verdict.ts";
import { START_ANSWERS } from "./answer-run.ts";
import { bulkRuns } from "./bulk-runs.ts";
import { VIEW_RUNS } from "./capabilities.ts";
import { NO_QUERY } from "./query-parameter.ts";
import { BULK_BODY } from "./read-bulk-body.ts";
import type { Route } from "./route.ts";
import { STARTED_RUN_SCHEMA } from "./schemas/run-schema.ts";

const PREVIEW = z.object({
  targets: z.int().nonnegative(),
  will_be_taken: z.int().nonnegative(),
  verdicts: z.array(
    z.object({
      verdict: z.enum(TARGET_VERDICTS),
      text: z.string().describe("The verdict in words."),
      count: z.int().positive(),
      examples: z.array(z.looseObject({ id: z.string() })).max(20),
    }),
  ),
});

const DRY_RUN = PREVIEW.extend({ action: z.string(), dry_run: z.literal(true) });
const STARTED = STARTED_RUN_SCHEMA.extend({ preview: PREVIEW });

export const BULK_RUNS_ROUTE: Route = {
  method: "POST",
  path: "/api/v1/workspaces/:workspace/runs:bulk",
  surface: "api",
  access: "actor",
  answer: bulkRuns,
  operation: {
    id: "bulkRuns",
    summary: "Take an action on many runs, or say what would become of each",
    tag: "Runs",
    capability: VIEW_RUNS,
    query: NO_QUERY,
    body: BULK_BODY,
    takesIdempotencyKey: true,
    takesTraceParent: true,
    answers: {
      200: {
        description:
          "What would become of each; or the run that is taking the same action already.",
        schema: z.union([DRY_RUN, STARTED]),
        headers: {
          ETag: "sometimes",
          Location: "sometimes",
          "Operation-Location": "sometimes",
          "Retry-After": "sometimes",
        },
      },
      202: {
        ...START_ANSWERS[202],
        description: "The run that takes the action on each.",
        schema: STARTED,
      },
    },
  },
};
