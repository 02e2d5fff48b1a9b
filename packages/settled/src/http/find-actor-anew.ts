import type { ActorExchange } from "./exchange.ts";

/** The exchange with its actor as the host finds them now; null = nobody any more, or somebody else. */
export async function findActorAnew(exchange: ActorExchange): Promise<ActorExchange | null> {
  const { desk, request, actor } = exchange;
  const now = (await desk.resolveActor(request)) ?? null;
  return now?.kind === actor.kind && now.id === actor.id ? { ...exchange, actor: now } : null;
}
