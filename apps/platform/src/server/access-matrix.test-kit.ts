import { asEnvironmentId, asWorkspaceId, type WorkspaceId } from "settled";
import {
  type HttpHandler,
  type Route,
  RUN_ROUTES,
  VIEW_ROUTES,
  WEBHOOK_ROUTES,
} from "settled/http";
import { v7 as uuidv7 } from "uuid";
import { addMember } from "../access/add-member.ts";
import { createToken } from "../access/create-token.ts";
import { type Role, ROLES } from "../access/roles.ts";
import { hashOfSecret, makeSecret } from "../access/secret.ts";
import { spendInvitation } from "../store/link-store.ts";
import { openSession } from "../store/session-store.ts";
import { createPlatformHandler, openAccess, platformRoutes } from "./platform-handler.ts";
import {
  CONTOSO,
  FOREIGN,
  HOST,
  openServedWorld,
  type ServedWorld,
  TOKEN,
} from "./served-world.test-kit.ts";

const NORTH = asWorkspaceId("north");
const FABRIKAM = asEnvironmentId("fabrikam");
const BY = { kind: "operator", id: "tests", name: "Tests" } as const;
/** Every cell asks with another wrong token. */
const TRIES = { windowS: 60, perAddressMax: 1e6, perAccountMax: 1e6, tokensPerAddressMax: 1e6 };

/** Headers of one who asks; made anew for each request, since some routes end what they were asked by. */
export type Credentials = () => Promise<Readonly<Record<string, string>>>;

export interface MatrixActor {
  readonly name: string;
  readonly role: Role;
  /** Everywhere in the workspace north. */
  readonly everywhere: Credentials;
  /** In its environment fabrikam alone. */
  readonly inFabrikam: Credentials;
}

/** Values for the parts of a path by name; what is not named here is "absent". */
export type PathParts = Readonly<Record<string, string>>;

export interface MatrixWorld {
  readonly world: ServedWorld;
  readonly handle: HttpHandler;
  readonly routes: readonly Route[];
  readonly actors: readonly MatrixActor[];
  readonly expired: Credentials;
  readonly revoked: Credentials;
  /** Things that exist in contoso of the workspace; members and tokens are made anew. */
  partsIn(workspace: "north" | "south"): Promise<PathParts>;
  close(): Promise<void>;
}

export async function openMatrixWorld(): Promise<MatrixWorld> {
  const world = await openServedWorld();
  const { platform } = world;
  const { database, settled } = platform;
  const parts = { database, audit: settled.audit };
  const openId = {
    issuer: "http://127.0.0.1:1",
    clientId: "c",
    clientSecret: "s",
    scopes: "openid",
    redirectUrl: `${HOST}/sign-in/openid/return`,
  };
  const settings = { publicUrl: HOST, openId, trustedProxies: 0, frameAncestors: [] };
  const options = { platform: world.served, token: TOKEN, settings, tries: TRIES };

  async function memberOf(workspaceId: WorkspaceId, role: Role, isNarrow: boolean) {
    const environmentIds = isNarrow ? [FABRIKAM] : null;
    const email = `${uuidv7()}@people.example`;
    const added = await addMember(parts, { workspaceId, email, role, environmentIds, by: BY });
    if (added.kind === "refused") throw new Error(added.because);
    const hash = hashOfSecret(added.invitation.secret);
    await spendInvitation(database, { hash, name: role, passwordHash: "none that fits" });
    return added.member.personId;
  }

  async function tokenOf(workspaceId: WorkspaceId, role: Role, isNarrow = false) {
    const environmentIds = isNarrow ? [FABRIKAM] : null;
    const rest = { role, scopes: null, name: "T", environmentIds, validDays: 1, by: BY };
    const created = await createToken(parts, { workspaceId, ...rest });
    if (created.kind === "refused") throw new Error(created.because);
    return { id: created.token.tokenId, headers: bearer(created.secret) };
  }

  function sessionOf(personId: string): Credentials {
    return async () => {
      const secret = makeSecret();
      const holder = { kind: "person", personId } as const;
      await openSession(database, { hash: hashOfSecret(secret), sessionId: uuidv7(), holder });
      const cookie = `__Host-settled_session=${secret}`;
      return { cookie, origin: HOST, "settled-request": "1" };
    };
  }

  async function brokenToken(statement: string): Promise<Credentials> {
    const { id, headers } = await tokenOf(NORTH, "owner");
    await database.executeSql(statement, [id]);
    return async () => headers;
  }

  const people = await Promise.all(
    ROLES.map(async (role): Promise<MatrixActor | null> => {
      const everywhere = sessionOf(await memberOf(NORTH, role, false));
      // An owner has every environment; so nobody narrower is an owner.
      const narrow = role === "owner" ? "operator" : role;
      const inFabrikam = sessionOf(await memberOf(NORTH, narrow, true));
      return { name: role, role, everywhere, inFabrikam };
    }),
  );
  const wide = await tokenOf(NORTH, "operator");
  const narrow = await tokenOf(NORTH, "operator", true);
  const token: MatrixActor = {
    name: "token",
    role: "operator",
    everywhere: async () => wide.headers,
    inFabrikam: async () => narrow.headers,
  };

  async function partsIn(workspace: "north" | "south"): Promise<PathParts> {
    const workspaceId = asWorkspaceId(workspace);
    const scope = workspace === "north" ? CONTOSO : FOREIGN;
    const page = await settled.reader.listRuns({ workspaceId, filter: {}, after: null, limit: 1 });
    return {
      workspace,
      environment: "contoso",
      type: "environment.snapshot.capture",
      run: page.runs[0]?.id ?? "",
      review: (await world.reviewsOf(scope))[0]?.reviewId ?? "",
      snapshot: await world.newestSnapshot(scope),
      member: await memberOf(workspaceId, "viewer", false),
      token: (await tokenOf(workspaceId, "viewer")).id,
    };
  }

  return {
    world,
    handle: createPlatformHandler(options),
    routes: [
      ...RUN_ROUTES,
      ...VIEW_ROUTES,
      ...WEBHOOK_ROUTES,
      ...platformRoutes(world.served, openAccess(options), { importRoot: world.importRoot }),
    ],
    actors: [...people.flatMap((person) => person ?? []), token],
    expired: await brokenToken(
      "update platform.service_tokens set expires_at = now() where token_id = $1",
    ),
    revoked: await brokenToken(
      "update platform.service_tokens set revoked_at = now() where token_id = $1",
    ),
    partsIn,
    close: () => world.close(),
  };
}

export const NOBODY: Credentials = async () => ({ "settled-request": "1" });

function bearer(secret: string) {
  return { authorization: `Bearer ${secret}` };
}

/** What the one or other reader is told, but for the id of the request. */
export interface Sight {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string;
}

export async function look(
  handle: HttpHandler,
  route: Route,
  { parts, by }: { readonly parts: PathParts; readonly by: Credentials },
): Promise<Sight> {
  const path = route.path.replaceAll(
    /\/:([a-z_]+)/gi,
    (_part, name: string) => `/${encodeURIComponent(parts[name] ?? "absent")}`,
  );
  const isRead = route.method === "GET";
  const headers = { "content-type": "application/json", ...(await by()) };
  const answer = await handle(
    new Request(`${HOST}${path}`, {
      method: route.method,
      headers,
      ...(isRead ? {} : { body: "{}" }),
    }),
  );
  return sightOf(answer);
}

async function sightOf(answer: Response): Promise<Sight> {
  const requestId = answer.headers.get("x-request-id") ?? "none";
  const headers = [...answer.headers].filter(([name]) => name !== "x-request-id");
  if (answer.headers.get("content-type")?.startsWith("text/event-stream") === true) {
    await answer.body?.cancel();
    return { status: answer.status, headers, text: "" };
  }
  const text = (await answer.text()).replaceAll(requestId, "ID");
  return { status: answer.status, headers, text };
}
