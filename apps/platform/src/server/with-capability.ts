import type { Asker, WorkspaceId } from "settled";
import {
  type ActorExchange,
  type Answer,
  checkAccess,
  problemAnswer,
  problemOf,
  problemOfAccess,
  workspaceIdOf,
} from "settled/http";

/** In which workspace something is changed, and by whom. */
export interface ChangePlace {
  readonly workspaceId: WorkspaceId;
  readonly by: Asker;
}

/** Answers for the workspace of the path as a whole, if the actor has the capability there. */
export async function withCapability(
  exchange: ActorExchange,
  capability: string,
  answer: (place: ChangePlace) => Promise<Answer>,
): Promise<Answer> {
  const workspaceId = workspaceIdOf(exchange);
  if (workspaceId === null) return problemAnswer(problemOf("not_found"));
  const access = await checkAccess(exchange, capability, { workspaceId, environmentId: null });
  if (access.kind !== "allowed") return problemAnswer(problemOfAccess(access));
  return answer({ workspaceId, by: exchange.asker });
}
