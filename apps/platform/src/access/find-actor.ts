import type { Clock, Initiator, SqlExecutor } from "settled";
import { seeSession, type SessionHolder } from "../store/session-store.ts";
import { seeToken } from "../store/token-store.ts";
import { asGrant, EVERYTHING, NO_RIGHTS, type Rights, type StoredGrant } from "./rights.ts";
import { hashOfSecret, isSameSecret, looksLikeToken } from "./secret.ts";
import { sessionIn } from "./session-cookie.ts";
import type { TryLimit } from "./try-limits.ts";

export interface ActorFinderOptions {
  readonly database: SqlExecutor;
  /** Gives every right to whoever knows it; null = nobody is let in that way. */
  readonly bootstrapToken: string | null;
  readonly clock: Clock;
  /** Tries of wrong tokens, by address. */
  readonly tokenTries: TryLimit;
  addressOf(request: Request): string;
}

/** Who asks, with what they may do at this moment. */
export interface FoundActor {
  readonly actor: Initiator;
  readonly rights: Rights;
  readonly email: string | null;
  /** Null = not by a session. */
  readonly session: { readonly sessionId: string; readonly holder: SessionHolder } | null;
}

/** Knows the actors of the requests that are being answered. */
export interface ActorFinder {
  /** A new object for each request, or null: nobody who is known. */
  resolveActor(request: Request): Promise<Initiator | null>;
  /** What an actor may do now; of one that was not found here, or is not valid any more: nothing. */
  rightsOf(actor: Initiator): Promise<Rights>;
  /** The same with everything that is known of them; null = not valid any more. */
  lookAt(actor: Initiator): Promise<FoundActor | null>;
  /** The seconds that a request must wait, since too many wrong tokens came from where it comes from; 0 = none. */
  waitS(request: Request): Promise<number>;
}

/** For how long an actor's rights are taken for current: longer than a request takes, shorter than a stream stays open. */
const CURRENT_FOR_MS = 5_000;

export function createActorFinder(options: ActorFinderOptions): ActorFinder {
  const { clock } = options;
  const known = new WeakMap<Initiator, { readonly request: Request; found: Found; atMs: number }>();
  type Found = Promise<FoundActor | null>;

  async function resolveActor(request: Request): Promise<Initiator | null> {
    const found = await findActor(options, request);
    if (found === null) return null;
    known.set(found.actor, { request, found: Promise.resolve(found), atMs: clock.nowMs() });
    return found.actor;
  }

  async function lookAt(actor: Initiator): Found {
    const seen = known.get(actor);
    if (seen === undefined) return null;
    if (clock.nowMs() - seen.atMs > CURRENT_FOR_MS) {
      seen.atMs = clock.nowMs();
      seen.found = findActor(options, seen.request);
    }
    const now = await seen.found;
    return now?.actor.id === actor.id ? now : null;
  }

  return {
    resolveActor,
    lookAt,
    waitS: async (request) => {
      const given = bearerIn(request);
      if (given === null || isBootstrap(options, given)) return 0;
      return options.tokenTries.waitS(options.addressOf(request));
    },
    rightsOf: async (actor) => (await lookAt(actor))?.rights ?? NO_RIGHTS,
  };
}

async function findActor(
  options: ActorFinderOptions,
  request: Request,
): Promise<FoundActor | null> {
  if (!request.headers.has("authorization")) return findBySession(options, request);
  const bearer = bearerIn(request);
  if (bearer === null) return null;
  if (isBootstrap(options, bearer)) return bootstrapActor(null);
  return findByToken(options, request, bearer);
}

function bearerIn(request: Request): string | null {
  const [, given] = /^Bearer +(.+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  return given ?? null;
}

function isBootstrap({ bootstrapToken }: ActorFinderOptions, given: string): boolean {
  return bootstrapToken !== null && isSameSecret(given, bootstrapToken);
}

function bootstrapActor(session: FoundActor["session"]): FoundActor {
  const actor: Initiator = { kind: "operator", id: "owner", name: "Owner" };
  return { actor, rights: EVERYTHING, email: null, session };
}

async function findByToken(
  { database, tokenTries, addressOf }: ActorFinderOptions,
  request: Request,
  given: string,
): Promise<FoundActor | null> {
  // A mistyped one costs no look at the database; neither is it a guess that could ever be right.
  const seen = looksLikeToken(given) ? await seeToken(database, hashOfSecret(given)) : null;
  if (seen === null) {
    await tokenTries.take(addressOf(request));
    return null;
  }
  const actor: Initiator = { kind: "service", id: seen.token_id, name: seen.name };
  const rights: Rights = { kind: "grants", grants: [asGrant(seen)] };
  return { actor, rights, email: null, session: null };
}

async function findBySession(
  { database, bootstrapToken }: ActorFinderOptions,
  request: Request,
): Promise<FoundActor | null> {
  const secret = sessionIn(request);
  const seen = secret === null ? null : await seeSession(database, hashOfSecret(secret));
  if (seen === null) return null;
  const { session_id: sessionId, person_id: personId, bootstrap_hash: bootstrapHash } = seen;
  if (personId === null) {
    // Another bootstrap token than the one that opened them ends its sessions.
    const isCurrent =
      bootstrapToken !== null && bootstrapHash?.equals(hashOfSecret(bootstrapToken)) === true;
    if (!isCurrent) return null;
    return bootstrapActor({ sessionId, holder: { kind: "bootstrap", bootstrapHash } });
  }
  return {
    actor: { kind: "user", id: personId, name: seen.name ?? "" },
    rights: { kind: "grants", grants: (seen.grants as readonly StoredGrant[]).map(asGrant) },
    email: seen.email,
    session: { sessionId, holder: { kind: "person", personId } },
  };
}
