import { z } from "zod";
import type { AuditCursor } from "../ports/audit-reader.ts";
import { cursorParameter } from "./page-cursor.ts";
import { environmentsParameter, limitParameter, momentParameter } from "./query-parameter.ts";

const ID = /^[^\p{Cc}]{1,512}$/u;
const ACTION = /^[a-z_]{1,64}(?:\.[a-z_]{1,64}){1,4}$/;
const MS = /^\d{1,15}$/;
const SEQUENCE = /^\d{1,18}$/;

const FILTER = {
  actor: z.string().regex(ID).describe("the id of who acted").exactOptional(),
  action: z
    .string()
    .regex(ACTION)
    .meta({
      description: "an action such as run.cancel or member.add",
      examples: ["run.start", "run.cancel"],
    })
    .exactOptional(),
  target: z.string().regex(ID).describe("the id of what it was done to").exactOptional(),
  environment: environmentsParameter().exactOptional(),
  since: momentParameter().exactOptional(),
  until: momentParameter().exactOptional(),
};

const PLACE = z
  .tuple([z.string().regex(MS), z.string().regex(SEQUENCE)])
  .transform(([ms, sequence]): AuditCursor => ({ at: new Date(Number(ms)), sequence }));

export const AUDIT_QUERY = z.strictObject({
  ...FILTER,
  cursor: cursorParameter(PLACE, ["1779626700000", "7"]).exactOptional(),
  limit: limitParameter().exactOptional(),
});

export const AUDIT_EXPORT_QUERY = z.strictObject({
  ...FILTER,
  format: z.enum(["csv", "ndjson"]).default("csv").describe("csv, ndjson; csv unless said"),
});

export type AuditNarrowing = Pick<
  z.output<typeof AUDIT_QUERY>,
  "actor" | "action" | "target" | "environment" | "since" | "until"
>;
