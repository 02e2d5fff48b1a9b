import { z } from "zod";
import { RUN_EVENT_KINDS } from "../../run/run-event.ts";
import { DOORS, INITIATOR_KINDS } from "../../run/actor.ts";
import {
  JSON_OBJECT_SCHEMA,
  MOMENT_SCHEMA,
  NEXT_SCHEMA,
  OUTCOME_SCHEMA,
  STATUS_SCHEMA,
} from "./value-schemas.ts";

const POSITION_SCHEMA = z
  .object({ status: STATUS_SCHEMA, outcome: OUTCOME_SCHEMA.nullable(), attempt: z.int() })
  .meta({ id: "RunPosition" });

const ACTOR_SCHEMA = z
  .object({
    kind: z.enum([...INITIATOR_KINDS, "worker", "sweeper", "bridge"]),
    id: z.string(),
    name: z.string(),
  })
  .meta({ id: "Actor", description: "Who acted: a person, a program or a part of the system." });

export const RUN_EVENT_SCHEMA = z
  .object({
    sequence: z.string().describe("Grows over all runs: a list or a stream goes on behind it."),
    workspace_id: z.string(),
    run_id: z.uuid(),
    version: z.int(),
    kind: z.enum(RUN_EVENT_KINDS),
    sentence: z.string(),
    actor: ACTOR_SCHEMA,
    request_id: z.string().nullable().describe("Of the request by which it was done."),
    via: z.enum(DOORS).nullable().describe("Through which door it was asked for."),
    from: POSITION_SCHEMA.nullable(),
    to: POSITION_SCHEMA,
    detail: JSON_OBJECT_SCHEMA,
    at: MOMENT_SCHEMA,
  })
  .meta({ id: "RunEvent", description: "One line of a run's timeline." });

export const RUN_EVENT_PAGE_SCHEMA = z
  .object({ events: z.array(RUN_EVENT_SCHEMA), next: NEXT_SCHEMA })
  .meta({ id: "RunEventPage", description: "A page of a run's timeline, oldest first." });
