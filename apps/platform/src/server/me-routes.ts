import type { Initiator } from "settled";
import {
  type ActorExchange,
  type Answer,
  jsonAnswer,
  problemAnswer,
  problemOf,
  type Route,
} from "settled/http";
import { listActorWorkspaces } from "../access/actor-workspaces.ts";
import type { FoundActor } from "../access/find-actor.ts";
import { endedSessionCookie } from "../access/session-cookie.ts";
import type { Platform } from "../platform.ts";
import { countEnvironments } from "../store/environment.ts";
import { listTimeZones } from "../store/workspace-zone.ts";
import { endSessions, listSessions } from "../store/session-store.ts";
import {
  END_SESSION,
  END_SESSIONS,
  LIST_SESSIONS,
  LIST_WORKSPACES,
  SHOW_ME,
  SIGN_OUT,
} from "./me-operations.ts";
import type { PlatformAccess } from "./platform-access.ts";
import { queryFault } from "./query-fault.ts";
import { signedIn } from "./signed-in.ts";

/** Who asks, what is theirs, and where they are signed in. */
export function meRoutes(platform: Platform, { actors }: PlatformAccess): readonly Route[] {
  const { database } = platform;
  const route = signedIn(actors);

  async function workspacesOf(found: FoundActor) {
    return listActorWorkspaces(database, found.rights);
  }

  /** With the zones, which no right depends on and so no grant tells. */
  async function zonedWorkspacesOf(found: FoundActor) {
    const workspaces = await workspacesOf(found);
    const ids = workspaces.map(({ workspaceId }) => workspaceId);
    const zones = await listTimeZones(database, ids);
    return workspaces.map((one) => ({ ...one, timeZone: zones.get(one.workspaceId) ?? null }));
  }

  async function showMe(exchange: ActorExchange, found: FoundActor): Promise<Answer> {
    const fault = queryFault(exchange, SHOW_ME.query);
    if (fault !== null) return fault;
    const { actor, email, session } = found;
    return jsonAnswer({
      actor: actorJson(actor),
      email,
      session: session === null ? null : { id: session.sessionId },
      workspaces: (await zonedWorkspacesOf(found)).map((workspace) => ({
        id: workspace.workspaceId,
        name: workspace.name,
        time_zone: workspace.timeZone,
        role: workspace.role,
        capabilities: workspace.capabilities,
        environment_ids: workspace.environmentIds,
      })),
    });
  }

  async function showWorkspaces(exchange: ActorExchange, found: FoundActor): Promise<Answer> {
    const fault = queryFault(exchange, LIST_WORKSPACES.query);
    if (fault !== null) return fault;
    const workspaces = await zonedWorkspacesOf(found);
    const ids = workspaces.map(({ workspaceId }) => workspaceId);
    const counts = await countEnvironments(database, ids);
    return jsonAnswer({
      workspaces: workspaces.map(({ workspaceId: id, name, timeZone, environmentIds }) => ({
        id,
        name,
        time_zone: timeZone,
        environments: environmentIds?.length ?? counts.get(id) ?? 0,
      })),
    });
  }

  async function showSessions(exchange: ActorExchange, found: FoundActor): Promise<Answer> {
    const fault = queryFault(exchange, LIST_SESSIONS.query);
    if (fault !== null) return fault;
    const { session } = found;
    const open = session === null ? [] : await listSessions(database, session.holder);
    return jsonAnswer({
      sessions: open.map(({ sessionId, createdAt, lastSeenAt, endsAt }) => ({
        id: sessionId,
        is_this_one: sessionId === session?.sessionId,
        created_at: createdAt.toISOString(),
        last_seen_at: lastSeenAt.toISOString(),
        ends_at: endsAt.toISOString(),
      })),
    });
  }

  /** Ends those of the asker's own sessions that are meant; one of somebody else's is not there. */
  async function end(
    exchange: ActorExchange,
    { session }: FoundActor,
    sessionId: string | null,
  ): Promise<Answer> {
    const fault = queryFault(exchange, END_SESSIONS.query);
    if (fault !== null) return fault;
    if (sessionId !== null && !UUID.test(sessionId)) return notThere();
    // Who asks by a token is signed in nowhere.
    const ended = session === null ? 0 : await endSessions(database, session.holder, sessionId);
    if (sessionId !== null && ended === 0) return notThere();
    const isOwn = sessionId === null || sessionId === session?.sessionId;
    const headers = isOwn ? { "set-cookie": endedSessionCookie(exchange.request) } : {};
    return jsonAnswer({ ended }, { headers });
  }

  return [
    route("GET", "/api/v1/me", SHOW_ME, showMe),
    route("GET", "/api/v1/workspaces", LIST_WORKSPACES, showWorkspaces),
    route("GET", "/api/v1/me/sessions", LIST_SESSIONS, showSessions),
    route("DELETE", "/api/v1/me/sessions", END_SESSIONS, (exchange, found) =>
      end(exchange, found, null),
    ),
    route("DELETE", "/api/v1/me/sessions/:session", END_SESSION, (exchange, found) =>
      end(exchange, found, exchange.pathPart("session")),
    ),
    route("POST", "/api/v1/me:sign-out", SIGN_OUT, (exchange, found) =>
      end(exchange, found, found.session?.sessionId ?? null),
    ),
  ];
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function actorJson({ kind, id, name }: Initiator) {
  return { kind, id, name };
}

function notThere(): Answer {
  return problemAnswer(problemOf("not_found"));
}
