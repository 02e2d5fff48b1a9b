import { type ApiOperation, NO_QUERY } from "settled/http";
import { z } from "zod";
import { TIME_ZONE } from "./me-operations.ts";
import { ZONE_CHARS_MAX } from "./time-zone.ts";

const CHANGE_BODY = z.strictObject({
  time_zone: z
    .string()
    .max(ZONE_CHARS_MAX)
    .nullable()
    .describe("An IANA name, such as Europe/Berlin; null = no zone of its own."),
});

const WORKSPACE = z
  .object({ id: z.string(), name: z.string(), time_zone: TIME_ZONE })
  .meta({ id: "Workspace", description: "A workspace as it is told to whoever is in it." });

export const CHANGE_WORKSPACE = {
  id: "changeWorkspace",
  summary: "Say in which time zone a workspace tells its times",
  description: "Nothing that is stored changes: every moment of an answer stays in UTC.",
  tag: "Workspaces",
  capability: "workspace.manage",
  query: NO_QUERY,
  body: CHANGE_BODY,
  answers: { 200: { description: "The workspace as it is now.", schema: WORKSPACE } },
} as const satisfies ApiOperation;
