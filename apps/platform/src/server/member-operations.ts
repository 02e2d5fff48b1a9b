import { type ApiOperation, MOMENT_SCHEMA, NO_QUERY } from "settled/http";
import { z } from "zod";
import { ROLES } from "../access/roles.ts";
import { ENVIRONMENT_IDS } from "./me-operations.ts";

const ENVIRONMENTS_MAX = 200;
const EMAIL_CHARS_MAX = 320;
const ENVIRONMENT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** As it is sent: null, or nothing, means every environment. */
export const SENT_ENVIRONMENT_IDS = z
  .array(z.string().regex(ENVIRONMENT, "This is no id of an environment."))
  .min(1)
  .max(ENVIRONMENTS_MAX)
  .nullable()
  .describe("Null = every environment, and what belongs to the workspace as a whole.");

const ADD_BODY = z.strictObject({
  email: z.email("This is no e-mail address.").max(EMAIL_CHARS_MAX),
  role: z.enum(ROLES),
  environment_ids: SENT_ENVIRONMENT_IDS.optional(),
});

const CHANGE_BODY = z.strictObject({
  role: z.enum(ROLES).optional(),
  environment_ids: SENT_ENVIRONMENT_IDS.optional(),
});

const MEMBER = z
  .object({
    id: z.string(),
    name: z.string().describe("Of somebody who has not accepted yet: the e-mail address."),
    email: z.string(),
    role: z.enum(ROLES),
    environment_ids: ENVIRONMENT_IDS,
    state: z.enum(["invited", "active", "disabled"]),
    added_at: MOMENT_SCHEMA,
    accepted_at: MOMENT_SCHEMA.nullable(),
  })
  .meta({ id: "Member", description: "A person as a member of a workspace." });

const INVITED = MEMBER.extend({
  invitation: z.object({
    url: z.string().describe("To be handed over; it is told once."),
    expires_at: MOMENT_SCHEMA,
  }),
}).meta({ id: "InvitedMember", description: "A member, with the link by which they accept." });

const MEMBERS = z.object({ members: z.array(MEMBER) }).meta({ id: "Members" });

const MANAGE = { tag: "Members", capability: "members.manage", query: NO_QUERY } as const;

export const LIST_MEMBERS = {
  ...MANAGE,
  id: "listMembers",
  summary: "List the members of a workspace",
  capability: "members.view",
  answers: { 200: { description: "The members, by name.", schema: MEMBERS } },
} as const satisfies ApiOperation;

export const ADD_MEMBER = {
  ...MANAGE,
  id: "addMember",
  summary: "Invite a person into a workspace",
  description: "They see nothing before they accept by the link of the answer. No mail is sent.",
  body: ADD_BODY,
  answers: {
    201: {
      description: "The person was invited.",
      schema: INVITED,
      headers: { Location: "always" },
    },
  },
} as const satisfies ApiOperation;

export const CHANGE_MEMBER = {
  ...MANAGE,
  id: "changeMember",
  summary: "Give a member another role or other environments",
  description: "What is left out stays. The member's sessions end. A workspace keeps an owner.",
  body: CHANGE_BODY,
  answers: { 200: { description: "The member as they are now.", schema: MEMBER } },
} as const satisfies ApiOperation;

export const REMOVE_MEMBER = {
  ...MANAGE,
  id: "removeMember",
  summary: "Take a member out of a workspace",
  answers: { 200: { description: "The member as they were.", schema: MEMBER } },
} as const satisfies ApiOperation;

export const INVITE_MEMBER = {
  ...MANAGE,
  id: "inviteMember",
  summary: "Make a new link for a member who has not accepted yet",
  answers: { 200: { description: "The member with the new link.", schema: INVITED } },
} as const satisfies ApiOperation;
