import { type ApiOperation, INITIATOR_SCHEMA, MOMENT_SCHEMA, NO_QUERY } from "settled/http";
import { z } from "zod";
import { CAPABILITIES } from "../access/capabilities.ts";
import { ROLES } from "../access/roles.ts";

/** Null = every environment, and what belongs to the workspace as a whole. */
export const ENVIRONMENT_IDS = z
  .array(z.string())
  .nullable()
  .describe("Null = every environment, and what belongs to the workspace as a whole.");

/** Nothing that is stored depends on it: it is how moments are shown. */
export const TIME_ZONE = z
  .string()
  .nullable()
  .describe(
    "The IANA name of the zone that the workspace tells its times in; null = none was chosen.",
  );

const ME = z
  .object({
    actor: INITIATOR_SCHEMA,
    email: z.string().nullable(),
    session: z.object({ id: z.string() }).nullable(),
    workspaces: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        time_zone: TIME_ZONE,
        role: z.enum(ROLES).nullable(),
        capabilities: z.array(z.enum(CAPABILITIES)),
        environment_ids: ENVIRONMENT_IDS,
      }),
    ),
  })
  .meta({ id: "Me", description: "Who asks, and what they may do where." });

const WORKSPACES = z
  .object({
    workspaces: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        time_zone: TIME_ZONE,
        environments: z.int().describe("How many of its environments the asker has."),
      }),
    ),
  })
  .meta({ id: "Workspaces", description: "The workspaces of whoever asks, by name." });

const SESSIONS = z
  .object({
    sessions: z.array(
      z.object({
        id: z.string(),
        is_this_one: z.boolean(),
        created_at: MOMENT_SCHEMA,
        last_seen_at: MOMENT_SCHEMA,
        ends_at: MOMENT_SCHEMA,
      }),
    ),
  })
  .meta({ id: "Sessions", description: "Where the asker is signed in, newest first." });

const ENDED = z
  .object({ ended: z.int().describe("How many sessions ended.") })
  .meta({ id: "EndedSessions" });

/** For a browser that asks about itself. */
const TAKES_COOKIE = { headers: { "Set-Cookie": "sometimes" } } as const;

const OWN = { tag: "Me", capability: null, query: NO_QUERY } as const;

export const SHOW_ME = {
  ...OWN,
  id: "showMe",
  summary: "Who asks, and what they may do",
  answers: { 200: { description: "The asker.", schema: ME } },
} as const satisfies ApiOperation;

export const LIST_WORKSPACES = {
  ...OWN,
  id: "listWorkspaces",
  summary: "List the workspaces of the asker",
  answers: { 200: { description: "The workspaces.", schema: WORKSPACES } },
} as const satisfies ApiOperation;

export const LIST_SESSIONS = {
  ...OWN,
  id: "listSessions",
  summary: "List where the asker is signed in",
  answers: { 200: { description: "The open sessions.", schema: SESSIONS } },
} as const satisfies ApiOperation;

export const END_SESSIONS = {
  ...OWN,
  id: "endSessions",
  summary: "Sign out everywhere",
  answers: {
    200: { description: "All sessions of the asker ended.", schema: ENDED, ...TAKES_COOKIE },
  },
} as const satisfies ApiOperation;

export const END_SESSION = {
  ...OWN,
  id: "endSession",
  summary: "End one session of one's own",
  answers: { 200: { description: "The session ended.", schema: ENDED, ...TAKES_COOKIE } },
} as const satisfies ApiOperation;

export const SIGN_OUT = {
  ...OWN,
  id: "signOut",
  summary: "Sign out of this session",
  answers: { 200: { description: "The session ended.", schema: ENDED, ...TAKES_COOKIE } },
} as const satisfies ApiOperation;
