import { z } from "zod";
import { AUDIT_PAGE_SIZE_MAX, type AuditCursor } from "../ports/audit-reader.ts";
import {
  cursorParameter,
  ENVIRONMENT_IDS_PARAMETER,
  ID_PARAMETER,
  limitParameter,
  MOMENT_PARAMETER,
} from "./page-query.ts";

const ACTION = /^[a-z_]{1,64}(?:\.[a-z_]{1,64}){1,4}$/;
const MS = /^\d{1,15}$/;
const SEQUENCE = /^\d{1,18}$/;

const FILTER = {
  actor: ID_PARAMETER.describe("The id of who acted."),
  action: z
    .string()
    .regex(ACTION, "An action such as run.cancel or member.add.")
    .optional()
    .describe("An action such as run.cancel."),
  target: ID_PARAMETER.describe("The id of what it was done to."),
  environment: ENVIRONMENT_IDS_PARAMETER.describe("Ids of environments, joined by commas."),
  since: MOMENT_PARAMETER.describe("From this moment on."),
  until: MOMENT_PARAMETER.describe("Before this moment."),
};

const PLACE = z
  .tuple([z.string().regex(MS), z.string().regex(SEQUENCE)], "Not a cursor of this list.")
  .transform(([ms, sequence]): AuditCursor => ({ at: new Date(Number(ms)), sequence }));

export const AUDIT_QUERY = z.strictObject({
  ...FILTER,
  cursor: cursorParameter(PLACE).describe("As the last page gave it in `next`."),
  limit: limitParameter(AUDIT_PAGE_SIZE_MAX),
});

export const AUDIT_EXPORT_QUERY = z.strictObject({
  ...FILTER,
  format: z.enum(["csv", "ndjson"]).default("csv"),
});

export type AuditNarrowing = Pick<
  z.output<typeof AUDIT_QUERY>,
  "actor" | "action" | "target" | "environment" | "since" | "until"
>;
