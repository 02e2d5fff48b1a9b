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
  return answerUnfit("/environment_ids", detail);
}

/** For a body whose parts are all right, and do not fit together or with what there is. */
export function answerUnfit(pointer: string, detail: string): Answer {
  const errors = [{ pointer, detail }];
  return problemAnswer(
    problemOf("invalid_input", { detail: `${detail} Nothing was changed.`, errors }),
  );
}

/** For whoever gives what they do not have. */
export function answerForbidden(capability: string): Answer {
  return problemAnswer(problemOfAccess({ kind: "forbidden", capability }));
}
