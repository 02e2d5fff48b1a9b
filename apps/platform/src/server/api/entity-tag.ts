import { type Answer, type AnswerHeaders, problemAnswer, problemOf } from "settled/http";
import type { JsonValue } from "../../normal-form/json-value.ts";
import { hashOf } from "../../normal-form/hash-of.ts";

const TAG_CHARS = 32;
/** A proxy that packs an answer weakens its tag; what it names is the same whatever the packing. */
const TAG = /^(?:W\/)?("[^"]*")$/;

/** Names what can be changed of a thing as it stands now. */
export function tagOf(changeable: JsonValue): string {
  return `"${hashOf("tag", changeable)
    .replace(/^tag1:/, "")
    .slice(0, TAG_CHARS)}"`;
}

export function tagHeader(tag: string): AnswerHeaders {
  return { etag: tag };
}

/** The refusal of a request that was decided on another state than the one that stands; null if it fits. */
export function refuseStale(request: Request, tag: string): Answer | null {
  const given = request.headers.get("if-match");
  if (given === null || given.trim() === "*") return null;
  const tags = given.split(",").map((text) => TAG.exec(text.trim())?.[1]);
  if (tags.includes(tag)) return null;
  return problemAnswer(
    problemOf("stale_version", {
      title: "It has changed since you looked",
      detail: "It does not stand any more as it did when this was decided. Nothing was done.",
      nextActions: ["Look at it as it is now, then decide again."],
      members: { reason: "stale" },
    }),
  );
}
