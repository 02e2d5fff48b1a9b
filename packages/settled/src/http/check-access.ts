import type { AccessAnswer } from "../ports/access-policy.ts";
import { asWorkspaceId, type RunScope, type WorkspaceId } from "../run/scope.ts";
import type { ActorExchange } from "./exchange.ts";
import { type Problem, problemOf } from "./problem.ts";

/** The policy's answer, closed by default: whatever is neither a yes nor a clear no hides the thing. */
export async function checkAccess(
  exchange: ActorExchange,
  capability: string,
  { workspaceId, environmentId }: RunScope,
): Promise<AccessAnswer> {
  const scope = { workspaceId, environmentId };
  const answer = await exchange.desk.policy.check(exchange.actor, capability, scope);
  if (answer?.kind === "allowed") return { kind: "allowed" };
  return answer?.kind === "forbidden" ? { kind: "forbidden", capability } : { kind: "hidden" };
}

/** What a denied actor is told: nothing of what is hidden, the capability of what is forbidden. */
export function problemOfAccess(answer: Exclude<AccessAnswer, { kind: "allowed" }>): Problem {
  if (answer.kind === "hidden") return problemOf("not_found");
  return problemOf("forbidden", {
    detail: `This needs the capability ${answer.capability}.`,
    members: { capability: answer.capability },
  });
}

/** The workspace of the path; null if no workspace can bear such an id. */
export function workspaceIdOf(exchange: ActorExchange): WorkspaceId | null {
  try {
    return asWorkspaceId(exchange.pathPart("workspace"));
  } catch {
    return null;
  }
}
