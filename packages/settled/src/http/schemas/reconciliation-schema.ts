import { z } from "zod";
import {
  RECONCILIATION_TRIGGERS,
  RECONCILIATION_VERSION,
} from "../../run/reconciliation-record.ts";
import { ARTIFACT_REF_SCHEMA } from "./artifact-schema.ts";
import { OUTCOME_SCHEMA, STATUS_SCHEMA } from "./value-schemas.ts";

export const TRIGGER_SCHEMA = z
  .enum(RECONCILIATION_TRIGGERS)
  .meta({ id: "ReconciliationTrigger", description: "What made somebody look at the truth." });

export const RECONCILIATION_SCHEMA = z
  .object({
    version: z.literal(RECONCILIATION_VERSION),
    adapter: z.string(),
    decision: OUTCOME_SCHEMA,
    reason: z.string(),
    trigger: TRIGGER_SCHEMA,
    attempt: z.int(),
    previous: z.object({ status: STATUS_SCHEMA, outcome: OUTCOME_SCHEMA.nullable() }),
    related: ARTIFACT_REF_SCHEMA.nullable(),
    checks: z.array(z.object({ check: z.string(), passed: z.boolean(), detail: z.string() })),
    decided_at: z.string(),
    decided_by: z.string(),
  })
  .meta({ id: "Reconciliation", description: "Why the run's outcome is believed." });
