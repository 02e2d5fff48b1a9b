import { type Answer, problemAnswer, problemOf } from "settled/http";

/** It does not fit how things stand; nothing was done. */
export function conflict(reason: string, detail: string, nextAction: string): Answer {
  return problemAnswer(
    problemOf("conflict", { detail, nextActions: [nextAction], members: { reason } }),
  );
}

/** One member of the body is well-formed, and still means nothing here. */
export function wrongMember(pointer: string, detail: string): Answer {
  return problemAnswer(problemOf("refused_value", { errors: [{ pointer, detail }] }));
}
