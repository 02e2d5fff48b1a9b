import { type AccessPolicy, asEnvironmentId } from "settled";
import { createHttpHandler, type HttpHandler } from "settled/http";
import { CAPABILITIES_OF, type Role } from "../access/roles.ts";
import type { Platform } from "../platform.ts";
import { findEnvironment } from "../store/environment.ts";
import { resourceRoutes } from "./api/resource-routes.ts";

const HOST = "https://platform.example";

export interface SentRequest {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function sending(
  method: string,
  path: string,
  { body, headers }: SentRequest = {},
): Request {
  return new Request(`${HOST}${path}`, {
    method,
    headers: {
      "settled-request": "1",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

export interface Guest {
  readonly role: Role;
  /** `north` unless said. */
  readonly workspace?: string;
  /** Null = all of the workspace. */
  readonly environments: readonly string[] | null;
  readonly importRoot: string;
}

/** Every address of the platform for somebody who is no owner, by the table of roles. */
export function handlerAs(
  platform: Platform,
  { role, environments, importRoot, workspace = "north" }: Guest,
): HttpHandler {
  const may = (capability: string) =>
    CAPABILITIES_OF[role].some((granted) => granted === capability);
  const policy: AccessPolicy = {
    async check(_actor, capability, { workspaceId, environmentId }) {
      if (workspaceId !== workspace) return { kind: "hidden" };
      if (environmentId !== null) {
        const scope = { workspaceId, environmentId };
        const exists =
          (await findEnvironment(platform.database.inWorkspace(workspaceId), scope)) !== null;
        const granted = environments === null || environments.includes(environmentId);
        if (!exists || !granted) return { kind: "hidden" };
      }
      return may(capability) ? { kind: "allowed" } : { kind: "forbidden", capability };
    },
    async reach(_actor, capability, workspaceId) {
      if (workspaceId !== workspace) return { kind: "hidden" };
      if (!may(capability)) return { kind: "forbidden", capability };
      if (environments === null) return { kind: "workspace" };
      return { kind: "environments", environmentIds: environments.map(asEnvironmentId) };
    },
  };
  return createHttpHandler(
    {
      settled: platform.settled,
      policy,
      resolveActor: async () => ({ kind: "user", id: role, name: `Some ${role}` }),
    },
    resourceRoutes(platform, { importRoot }),
  );
}
