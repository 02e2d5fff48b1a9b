import type { RunId, WorkspaceId } from "../run/scope.ts";
import { SettledError } from "../run/settled-error.ts";

/** Every address that an answer can name. Paths without a host: a forged Host header leads nowhere. */
export interface Addresses {
  readonly base: string;
  readonly api: string;
  runsApi(workspaceId: WorkspaceId, query?: URLSearchParams): string;
  runApi(workspaceId: WorkspaceId, id: RunId): string;
  eventsApi(workspaceId: WorkspaceId, id: RunId, query?: URLSearchParams): string;
  auditApi(workspaceId: WorkspaceId, query?: URLSearchParams): string;
  runsPage(workspaceId: WorkspaceId, query?: URLSearchParams): string;
  runPage(workspaceId: WorkspaceId, id: RunId): string;
}

const BASE_PATH = /^(?:\/[A-Za-z0-9._~-]+)*$/;
const PLAIN_PATH = /^\/(?!\/)[^\\\s\p{Cc}]*$/u;

/** The pages for runs stand below the base as well, unless the host has its own below another path. */
export function createAddresses(base: string, runPagesAt: string = base): Addresses {
  if (!BASE_PATH.test(base)) {
    throw new SettledError(
      "invalid_configuration",
      "The base path of the HTTP handler begins with a slash and ends without one, such as /settled.",
    );
  }
  if (!BASE_PATH.test(runPagesAt)) {
    throw new SettledError(
      "invalid_configuration",
      "The path of the host's own pages for runs begins with a slash and ends without one, such as /console.",
    );
  }
  const api = `${base}/api/v1`;
  return {
    base,
    api,
    runsApi: (workspaceId, query) => `${runsBelow(api, workspaceId)}${asQuery(query)}`,
    runApi: (workspaceId, id) => `${runsBelow(api, workspaceId)}/${encodeURIComponent(id)}`,
    eventsApi: (workspaceId, id, query) =>
      `${runsBelow(api, workspaceId)}/${encodeURIComponent(id)}/events${asQuery(query)}`,
    auditApi: (workspaceId, query) =>
      `${api}/workspaces/${encodeURIComponent(workspaceId)}/audit${asQuery(query)}`,
    runsPage: (workspaceId, query) => `${runsBelow(runPagesAt, workspaceId)}${asQuery(query)}`,
    runPage: (workspaceId, id) => `${runsBelow(runPagesAt, workspaceId)}/${encodeURIComponent(id)}`,
  };
}

/** True for a path of the same host: no other host, no script, no way around by backslash. */
export function isPlainPath(href: unknown): href is string {
  return typeof href === "string" && PLAIN_PATH.test(href);
}

function runsBelow(base: string, workspaceId: WorkspaceId): string {
  return `${base}/workspaces/${encodeURIComponent(workspaceId)}/runs`;
}

function asQuery(query: URLSearchParams | undefined): string {
  return query === undefined || query.size === 0 ? "" : `?${query.toString()}`;
}
