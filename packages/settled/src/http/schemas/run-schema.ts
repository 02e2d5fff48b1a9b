import { z } from "zod";
import { NEXT_STEP_ACTIONS } from "../../present/presented-run.ts";
import { BELIEF_SCHEMA } from "./belief-schema.ts";
import { ARTIFACT_SCHEMA } from "./artifact-schema.ts";
import { RECONCILIATION_SCHEMA } from "./reconciliation-schema.ts";
import {
  INITIATOR_SCHEMA,
  JSON_SCHEMA,
  MOMENT_SCHEMA,
  NEXT_SCHEMA,
  OUTCOME_SCHEMA,
  STATUS_SCHEMA,
} from "./value-schemas.ts";

const DISPATCH_SCHEMA = z
  .object({
    job_class: z.string(),
    queue: z.string(),
    connection: z.string(),
    dispatched_at: z.string(),
    correlation_version: z.int(),
    operation_run_id: z.string(),
  })
  .meta({ id: "Dispatch", description: "The job that the run was handed over as." });

const PRESENTATION_SCHEMA = z
  .object({
    title: z.string(),
    sentence: z.string(),
    next_step: z.object({ text: z.string(), action: z.enum(NEXT_STEP_ACTIONS) }),
    freshness: z.object({ text: z.string(), since: MOMENT_SCHEMA }),
    state: z
      .object({ label: z.string(), glyph: z.string() })
      .describe("The word for status or outcome, and one character that means the same."),
    reason: z
      .object({ title: z.string(), meaning: z.string() })
      .nullable()
      .describe("Why it ended so, where that says more than the outcome."),
  })
  .meta({ id: "RunPresentation", description: "The run in the words of its readers." });

const LINKS_SCHEMA = z
  .object({
    self: z.string(),
    events: z.string(),
    wait: z.string().exactOptional().describe("The bounded long poll, while the run lasts."),
    artifact: z.string().exactOptional(),
    page: z.string(),
  })
  .meta({ id: "RunLinks", description: "Paths of this host." });

const FAILURE_SCHEMA = z
  .object({
    name: z.string(),
    message: z.string(),
    stack: z.string().nullable(),
    attempt: z.int(),
  })
  .meta({
    id: "RunFailure",
    description: "The last error of the handler, for readers with runs.detail.",
  });

const LISTED_MEMBERS = {
  id: z.uuid(),
  workspace_id: z.string(),
  environment_id: z.string().nullable(),
  operation: z.object({ type: z.string(), label: z.string() }),
  status: STATUS_SCHEMA,
  outcome: OUTCOME_SCHEMA.nullable(),
  done: z.boolean(),
  initiator: INITIATOR_SCHEMA,
  summary: z.record(z.string(), z.number()).describe("What the run counted, by name."),
  progress: z
    .object({ done: z.number(), total: z.number().nullable(), message: z.string().nullable() })
    .nullable(),
  created_at: MOMENT_SCHEMA,
  started_at: MOMENT_SCHEMA.nullable(),
  completed_at: MOMENT_SCHEMA.nullable(),
  attempt: z.int(),
  version: z.int(),
  presentation: PRESENTATION_SCHEMA,
  artifact: ARTIFACT_SCHEMA.nullable(),
  reconciliation: RECONCILIATION_SCHEMA.nullable(),
  dispatch: DISPATCH_SCHEMA.nullable(),
  trace: z
    .object({ traceparent: z.string() })
    .nullable()
    .describe("The W3C trace that the start came with; its job carries it on."),
  links: LINKS_SCHEMA,
  rerun_of: z.string().nullable(),
} as const;

/** A run in a list: its artifact is the recorded one, and was not looked for. */
export const LISTED_RUN_SCHEMA = z
  .object({ ...LISTED_MEMBERS, artifact_checked_at: z.null() })
  .meta({
    id: "ListedRun",
    description:
      "A run in a list. Its artifact is the one that was recorded; it was not looked for.",
  });

const SERVED_RUN = z.object({
  ...LISTED_MEMBERS,
  artifact_checked_at: MOMENT_SCHEMA.nullable().describe(
    "When the artifact was looked for; null where there was none to look for.",
  ),
  belief: BELIEF_SCHEMA,
  input: JSON_SCHEMA.describe("As it is stored: secrets were taken out when it was written."),
  failure: FAILURE_SCHEMA.nullable().exactOptional(),
  sign_of_life: MOMENT_SCHEMA.nullable().describe(
    "The last beat of the worker that has the run; null while none has it.",
  ),
  usually: z
    .object({ low_ms: z.int(), high_ms: z.int() })
    .nullable()
    .describe(
      "How long such runs usually take, while this one runs; null where that is not known.",
    ),
});

/** A run at its own address. */
export const RUN_SCHEMA = SERVED_RUN.meta({ id: "Run", description: "A run as it stands." });

export const RUN_PAGE_SCHEMA = z
  .object({
    runs: z.array(LISTED_RUN_SCHEMA),
    next: NEXT_SCHEMA,
    count: z
      .object({
        value: z.int(),
        capped: z.boolean(),
        oldest: MOMENT_SCHEMA.nullable().describe(
          "When the oldest was asked for; null where there is none, or more than are counted.",
        ),
      })
      .nullable()
      .describe("How many there are, if it was asked for; null where that cannot be told.")
      .exactOptional(),
  })
  .meta({ id: "RunPage", description: "A page of runs, newest first." });

/** A start that was accepted. `joined`: the run was under way already. */
export const STARTED_RUN_SCHEMA = SERVED_RUN.extend({
  joined: z
    .boolean()
    .describe("Whether the same work was under way already: then this is its run."),
}).meta({ id: "StartedRun", description: "The run that was started or joined." });

export const CANCELLED_RUN_SCHEMA = SERVED_RUN.extend({
  cancellation: z.enum(["cancelled", "requested", "already_requested"]),
}).meta({ id: "CancelledRun", description: "The run, and what became of the cancellation." });
