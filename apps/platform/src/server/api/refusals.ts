import { type Answer, problemAnswer, problemOf } from "settled/http";

/** It does not fit how things stand; nothing was done. */
export function conflict(reason: string, detail: string, nextAction: string): Answer {
  return problemAnswer(
    problemOf("conflict", { detail, nextActions: [nextAction], members: { reason } }),
  );
}

/** One member of the body is well-formed, and still means nothing here. */
export function wrongMember(pointer: string, detail: string): Answer {
  return problemAnswer(
    problemOf("invalid_body", {
      detail: "A member of the body names something that is not there or is not allowed.",
      errors: [{ pointer, detail }],
    }),
  );
}

export function wrongParameter(parameter: string, detail: string): Answer {
  return problemAnswer(problemOf("invalid_query", { detail, errors: [{ parameter, detail }] }));
}
