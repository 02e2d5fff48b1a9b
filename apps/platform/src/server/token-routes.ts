import { type ActorExchange, type Answer, jsonAnswer, type Route } from "settled/http";
import type { Capability } from "../access/capabilities.ts";
import { createToken, type TokenPower } from "../access/create-token.ts";
import { missingFrom } from "../access/may-give.ts";
import { revokeToken } from "../access/revoke-token.ts";
import { CAPABILITIES_OF, type Role } from "../access/roles.ts";
import type { Platform } from "../platform.ts";
import { listTokens } from "../store/token-store.ts";
import { answerForbidden, answerRefusal, answerUnfit } from "./answer-refusal.ts";
import type { PlatformAccess } from "./platform-access.ts";
import { asEnvironmentIds } from "./member-routes.ts";
import { placed } from "./placed-route.ts";
import { readAccessBody } from "./read-access-body.ts";
import { tokenJson } from "./token-json.ts";
import { CREATE_TOKEN, DAYS_DEFAULT, LIST_TOKENS, REVOKE_TOKEN } from "./token-operations.ts";
import type { ChangePlace } from "./with-capability.ts";

const TOKENS = "/api/v1/workspaces/:workspace/tokens";
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The tokens by which programs ask in a workspace. */
export function tokenRoutes(platform: Platform, { actors }: PlatformAccess): readonly Route[] {
  const { database, settled } = platform;
  const parts = { database, audit: settled.audit };

  async function list(_exchange: ActorExchange, { workspaceId }: ChangePlace): Promise<Answer> {
    const tokens = await listTokens(database.inWorkspace(workspaceId), workspaceId);
    return jsonAnswer({ tokens: tokens.map((token) => tokenJson(token)) });
  }

  async function create(exchange: ActorExchange, place: ChangePlace): Promise<Answer> {
    const read = await readAccessBody(exchange, CREATE_TOKEN.body);
    if (read.kind === "refused") return read.answer;
    const { name, role, scopes, environment_ids: ids = null, valid_days } = read.body;
    const power = powerOf(role, scopes);
    if (power === null) return answerUnfit("/scopes", "Either a role or scopes must be given.");
    const rights = await actors.rightsOf(exchange.actor);
    const given = power.role === null ? power.scopes : CAPABILITIES_OF[power.role];
    const missing = missingFrom(rights, place.workspaceId, given);
    if (missing !== null) return answerForbidden(missing);
    const environmentIds = asEnvironmentIds(ids);
    const validDays = valid_days ?? DAYS_DEFAULT;
    const created = await createToken(parts, {
      ...place,
      ...power,
      name,
      environmentIds,
      validDays,
    });
    if (created.kind === "refused") return answerRefusal(created.because);
    const { token, secret } = created;
    return jsonAnswer({ ...tokenJson(token), secret }, { status: 201 });
  }

  async function revoke(exchange: ActorExchange, place: ChangePlace): Promise<Answer> {
    const tokenId = exchange.pathPart("token");
    if (!UUID.test(tokenId)) return answerRefusal("not_there");
    const revoked = await revokeToken(parts, { ...place, tokenId });
    return revoked.kind === "refused"
      ? answerRefusal(revoked.because)
      : jsonAnswer(tokenJson(revoked.token));
  }

  return [
    placed("GET", TOKENS, LIST_TOKENS, list),
    placed("POST", TOKENS, CREATE_TOKEN, create),
    placed("DELETE", `${TOKENS}/:token`, REVOKE_TOKEN, revoke),
  ];
}

function powerOf(
  role: Role | undefined,
  scopes: readonly Capability[] | undefined,
): TokenPower | null {
  if (role === undefined) return scopes === undefined ? null : { role: null, scopes };
  return scopes === undefined ? { role, scopes: null } : null;
}
