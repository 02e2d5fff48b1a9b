import { type ApiOperation, INITIATOR_SCHEMA, MOMENT_SCHEMA, NO_QUERY } from "settled/http";
import { z } from "zod";
import { CAPABILITIES } from "../access/capabilities.ts";
import { ROLES } from "../access/roles.ts";
import { ENVIRONMENT_IDS } from "./me-operations.ts";
import { SENT_ENVIRONMENT_IDS } from "./member-operations.ts";

const NAME_CHARS_MAX = 100;
const DAYS_MAX = 366;
export const DAYS_DEFAULT = 90;

const CREATE_BODY = z.strictObject({
  name: z.string().trim().min(1).max(NAME_CHARS_MAX).describe("What it is for."),
  role: z.enum(ROLES).optional().describe("Either a role or scopes."),
  scopes: z
    .array(z.enum(CAPABILITIES))
    .min(1)
    .max(CAPABILITIES.length)
    .optional()
    .describe("Single capabilities, in place of a role."),
  environment_ids: SENT_ENVIRONMENT_IDS.optional(),
  valid_days: z.int().min(1).max(DAYS_MAX).optional().describe(`${DAYS_DEFAULT} unless said.`),
});

const TOKEN = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string().describe("How it begins; the rest is not kept."),
    role: z.enum(ROLES).nullable(),
    scopes: z.array(z.string()).nullable(),
    environment_ids: ENVIRONMENT_IDS,
    state: z.enum(["valid", "expired", "revoked"]),
    created_by: INITIATOR_SCHEMA,
    created_at: MOMENT_SCHEMA,
    expires_at: MOMENT_SCHEMA,
    revoked_at: MOMENT_SCHEMA.nullable(),
    last_used_at: MOMENT_SCHEMA.nullable().describe("To the minute."),
  })
  .meta({ id: "ServiceToken", description: "A token by which a program asks." });

const CREATED = TOKEN.extend({
  secret: z.string().describe("To be sent as a bearer token; it is told here and never again."),
}).meta({ id: "CreatedServiceToken" });

const TOKENS = z.object({ tokens: z.array(TOKEN) }).meta({ id: "ServiceTokens" });

const MANAGE = { tag: "Tokens", capability: "tokens.manage", query: NO_QUERY } as const;

export const LIST_TOKENS = {
  ...MANAGE,
  id: "listTokens",
  summary: "List the service tokens of a workspace",
  answers: { 200: { description: "The tokens, newest first.", schema: TOKENS } },
} as const satisfies ApiOperation;

export const CREATE_TOKEN = {
  ...MANAGE,
  id: "createToken",
  summary: "Make a service token",
  description: "By a role or by scopes. It may do no more than whoever makes it.",
  body: CREATE_BODY,
  answers: { 201: { description: "The token with its secret.", schema: CREATED } },
} as const satisfies ApiOperation;

export const REVOKE_TOKEN = {
  ...MANAGE,
  id: "revokeToken",
  summary: "Revoke a service token for good",
  answers: { 200: { description: "The token, revoked.", schema: TOKEN } },
} as const satisfies ApiOperation;
