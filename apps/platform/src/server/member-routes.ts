import { asEnvironmentId, type EnvironmentId, type WorkspaceId } from "settled";
import { type ActorExchange, type Answer, jsonAnswer, type Route } from "settled/http";
import { addMember } from "../access/add-member.ts";
import { changeMember } from "../access/change-member.ts";
import { inviteMember } from "../access/invite-member.ts";
import { type Invitation, welcomePath } from "../access/invitation.ts";
import { missingFrom } from "../access/may-give.ts";
import { removeMember } from "../access/remove-member.ts";
import { CAPABILITIES_OF } from "../access/roles.ts";
import type { Platform } from "../platform.ts";
import { listMembers, type Member } from "../store/member-store.ts";
import { answerForbidden, answerRefusal } from "./answer-refusal.ts";
import {
  ADD_MEMBER,
  CHANGE_MEMBER,
  INVITE_MEMBER,
  LIST_MEMBERS,
  REMOVE_MEMBER,
} from "./member-operations.ts";
import { memberJson } from "./member-json.ts";
import { placed, type PlacedAnswer } from "./placed-route.ts";
import type { PlatformAccess } from "./platform-access.ts";
import { readAccessBody } from "./read-access-body.ts";
import type { ChangePlace } from "./with-capability.ts";

const MEMBERS = "/api/v1/workspaces/:workspace/members";
const MEMBER = `${MEMBERS}/:member`;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who is in a workspace, and as what. */
export function memberRoutes(platform: Platform, access: PlatformAccess): readonly Route[] {
  const { database, settled } = platform;
  const parts = { database, audit: settled.audit };

  const list: PlacedAnswer = async (_exchange, { workspaceId }) => {
    const members = await listMembers(database.inWorkspace(workspaceId), workspaceId);
    return jsonAnswer({ members: members.map((member) => memberJson(member)) });
  };

  const add: PlacedAnswer = async (exchange, place) => {
    const read = await readAccessBody(exchange, ADD_MEMBER.body);
    if (read.kind === "refused") return read.answer;
    const { email, role, environment_ids: ids = null } = read.body;
    if (role === "owner" && ids !== null) return answerRefusal("owner_everywhere");
    const missing = await missingOf(exchange, place.workspaceId, role);
    if (missing !== null) return answerForbidden(missing);
    const added = await addMember(parts, {
      ...place,
      email,
      role,
      environmentIds: asEnvironmentIds(ids),
    });
    if (added.kind === "refused") return answerRefusal(added.because);
    const { base } = exchange.desk.addresses;
    const location = `${base}${pathOf(place.workspaceId, added.member)}`;
    const body = invitedJson(exchange, added.member, added.invitation);
    return jsonAnswer(body, { status: 201, headers: { location } });
  };

  const change: MemberAnswer = async (exchange, place) => {
    const read = await readAccessBody(exchange, CHANGE_MEMBER.body);
    if (read.kind === "refused") return read.answer;
    const { role, environment_ids: ids } = read.body;
    const missing = role === undefined ? null : await missingOf(exchange, place.workspaceId, role);
    if (missing !== null) return answerForbidden(missing);
    const changed = await changeMember(parts, {
      ...place,
      ...(role === undefined ? {} : { role }),
      ...(ids === undefined ? {} : { environmentIds: asEnvironmentIds(ids) }),
    });
    if (changed.kind === "refused") return answerRefusal(changed.because);
    return jsonAnswer(memberJson(changed.member));
  };

  const remove: MemberAnswer = async (_exchange, place) => {
    const removed = await removeMember(parts, place);
    if (removed.kind === "refused") return answerRefusal(removed.because);
    return jsonAnswer(memberJson(removed.member));
  };

  const invite: MemberAnswer = async (exchange, place) => {
    const invited = await inviteMember(parts, place);
    if (invited.kind === "refused") return answerRefusal(invited.because);
    return jsonAnswer(invitedJson(exchange, invited.member, invited.invitation));
  };

  /** What of a role the asker does not have, and so cannot give. */
  async function missingOf(
    exchange: ActorExchange,
    workspaceId: WorkspaceId,
    role: Member["role"],
  ): Promise<string | null> {
    const rights = await access.actors.rightsOf(exchange.actor);
    return missingFrom(rights, workspaceId, CAPABILITIES_OF[role]);
  }

  function invitedJson(exchange: ActorExchange, member: Member, invitation: Invitation) {
    const origin = access.publicUrl ?? exchange.url.origin;
    const url = `${origin}${welcomePath(invitation.secret)}`;
    const expires_at = invitation.expiresAt.toISOString();
    return { ...memberJson(member), invitation: { url, expires_at } };
  }

  return [
    placed("GET", MEMBERS, LIST_MEMBERS, list),
    placed("POST", MEMBERS, ADD_MEMBER, add),
    placed("PATCH", MEMBER, CHANGE_MEMBER, ofMember(change)),
    placed("DELETE", MEMBER, REMOVE_MEMBER, ofMember(remove)),
    placed("POST", `${MEMBER}:invite`, INVITE_MEMBER, ofMember(invite)),
  ];
}

type MemberAnswer = (
  exchange: ActorExchange,
  place: ChangePlace & { readonly personId: string },
) => Promise<Answer>;

function ofMember(answer: MemberAnswer): PlacedAnswer {
  return async (exchange, place) => {
    const personId = exchange.pathPart("member");
    return UUID.test(personId)
      ? answer(exchange, { ...place, personId })
      : answerRefusal("not_there");
  };
}

export function asEnvironmentIds(ids: readonly string[] | null): readonly EnvironmentId[] | null {
  return ids === null ? null : ids.map(asEnvironmentId);
}

function pathOf(workspaceId: WorkspaceId, { personId }: Member): string {
  return `/api/v1/workspaces/${encodeURIComponent(workspaceId)}/members/${personId}`;
}
