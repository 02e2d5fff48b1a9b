import { type Answer, problemAnswer, problemOf, problemOfAccess } from "settled/http";
import type { AccessRefusal } from "../access/access-parts.ts";

/** What is told of a member, token or link that was left as it is. */
export function answerRefusal(because: AccessRefusal): Answer {
  switch (because) {
    case "not_there":
      return problemAnswer(problemOf("not_found"));
    case "already_member":
    case "already_accepted":
    case "last_owner":
      return problemAnswer(problemOf(because));
    case "unknown_environment":
      return wrongEnvironments("The workspace has no environment of at least one of these ids.");
    case "owner_everywhere":
      return wrongEnvironments("An owner has every environment.");
  }
}

function wrongEnvironments(detail: string): Answer {
  const errors = [{ pointer: "/environment_ids", detail }];
  return problemAnswer(problemOf("invalid_body", { errors }));
}

/** For whoever gives what they do not have. */
export function answerForbidden(capability: string): Answer {
  return problemAnswer(problemOfAccess({ kind: "forbidden", capability }));
}
