import { asEnvironmentId, asWorkspaceId, type EnvironmentId, type WorkspaceId } from "settled";
import type { HttpHandler } from "settled/http";
import { v7 as uuidv7 } from "uuid";
import { startTestDatabase } from "../../../../packages/settled/src/testing/test-database.ts";
import type { AccessParts } from "../access/access-parts.ts";
import { addMember } from "../access/add-member.ts";
import { createToken } from "../access/create-token.ts";
import type { Role } from "../access/roles.ts";
import { hashOfSecret, makeSecret } from "../access/secret.ts";
import { migratePlatform, openPlatform, type Platform } from "../platform.ts";
import { ensureEnvironment } from "../store/environment.ts";
import { spendInvitation } from "../store/link-store.ts";
import { openSession } from "../store/session-store.ts";
import { openAsServer } from "./as-server.test-kit.ts";
import { createPlatformHandler, type PlatformHandlerOptions } from "./platform-handler.ts";

export const HOST = "https://platform.example";
export const BOOTSTRAP = "bootstrap-token-of-the-tests";
export const NORTH = asWorkspaceId("north");
export const SOUTH = asWorkspaceId("south");
export const CONTOSO = asEnvironmentId("contoso");
export const FABRIKAM = asEnvironmentId("fabrikam");
/** Where forms come from. */
export const OWN_FORM = { origin: HOST, "sec-fetch-site": "same-origin" } as const;
/** What the API asks of whoever has a session. */
export const OWN_REQUEST = { ...OWN_FORM, "settled-request": "1" } as const;

export const BY = { kind: "operator", id: "tests", name: "Tests" } as const;

export interface NewMember {
  readonly workspaceId?: WorkspaceId;
  readonly role: Role;
  readonly environmentIds?: readonly EnvironmentId[] | null;
  readonly email?: string;
  readonly passwordHash?: string;
}

/** Two workspaces with environments, served by a handler whose own statements run in the role settled_server. */
export interface AccessWorld {
  readonly platform: Platform;
  readonly parts: AccessParts;
  /** What whoever keeps the installation changes it with. */
  readonly keeperParts: AccessParts;
  readonly handle: HttpHandler;
  handler(options?: Partial<PlatformHandlerOptions>): HttpHandler;
  /** As whoever owns the tables. */
  asOwner(text: string, values?: readonly unknown[]): Promise<readonly unknown[]>;
  /** A person who has accepted; answers their id. */
  member(input: NewMember): Promise<string>;
  /** The cookie of a new session of theirs. */
  cookieOf(personId: string): Promise<string>;
  tokenOf(
    input: Omit<NewMember, "email">,
  ): Promise<{ readonly id: string; readonly secret: string }>;
  close(): Promise<void>;
}

export async function openAccessWorld(): Promise<AccessWorld> {
  const test = await startTestDatabase();
  await migratePlatform(test.url);
  const opened = openPlatform({ connectionString: test.url });
  await opened.settled.prepare();
  for (const [workspaceId, environmentId] of [
    [NORTH, CONTOSO],
    [NORTH, FABRIKAM],
    [SOUTH, CONTOSO],
  ] as const) {
    await ensureEnvironment(opened.database, {
      workspaceId,
      workspaceName: `Workspace ${workspaceId}`,
      environmentId,
      environmentName: `Environment ${environmentId}`,
      provider: { kind: "folder", root: "/nowhere" },
    });
  }
  const platform = openAsServer(opened);
  const { database } = platform;
  const parts = { database, audit: platform.settled.audit };
  const handler: AccessWorld["handler"] = (options = {}) =>
    createPlatformHandler({ platform, token: BOOTSTRAP, ...options });
  return {
    platform,
    parts,
    keeperParts: { database: opened.database, audit: opened.settled.audit },
    handler,
    handle: handler(),
    asOwner: async (text, values) => (await opened.database.executeSql(text, values)).rows,
    async member(input) {
      const { workspaceId = NORTH, role, environmentIds = null } = input;
      const email = input.email ?? `${uuidv7()}@people.example`;
      const added = await addMember(parts, { workspaceId, email, role, environmentIds, by: BY });
      if (added.kind === "refused") throw new Error(added.because);
      const hash = hashOfSecret(added.invitation.secret);
      const name = `Person ${role}`;
      const passwordHash = input.passwordHash ?? "none that fits";
      // Somebody who is known already has a password.
      const accepted =
        (await spendInvitation(database, { hash, name, passwordHash })) ??
        (await spendInvitation(database, { hash, name: null, passwordHash: null }));
      if (accepted === null) throw new Error("not accepted");
      return accepted.person_id;
    },
    async cookieOf(personId) {
      const secret = makeSecret();
      const holder = { kind: "person", personId } as const;
      await openSession(database, { hash: hashOfSecret(secret), sessionId: uuidv7(), holder });
      return `__Host-settled_session=${secret}`;
    },
    async tokenOf({ workspaceId = NORTH, role, environmentIds = null }) {
      const power = { role, scopes: null } as const;
      const rest = { name: "A token", environmentIds, validDays: 1, by: BY };
      const created = await createToken(parts, { workspaceId, ...power, ...rest });
      if (created.kind === "refused") throw new Error(created.because);
      return { id: created.token.tokenId, secret: created.secret };
    },
    async close() {
      await platform.close();
      await opened.close();
      await test.close();
    },
  };
}

export function cookieIn(answer: Response): string {
  return /^[^;]*/.exec(answer.headers.get("set-cookie") ?? "")?.[0] ?? "";
}

export interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request of a program. */
export function ask(path: string, { method = "GET", body, headers = {} }: Asked = {}): Request {
  return new Request(`${HOST}${path}`, {
    method,
    headers: body === undefined ? headers : { "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** A form that a person sends. */
export function sendForm(
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = OWN_FORM,
): Request {
  const body = new URLSearchParams(fields);
  return new Request(`${HOST}${path}`, { method: "POST", body, headers });
}

export function bearer(secret: string) {
  return { authorization: `Bearer ${secret}` };
}
