import { type ArtifactRef, tryArtifactRef } from "../run/artifact-ref.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../run/json-value.ts";
import { RUN_OUTCOMES, type RunOutcome } from "../run/operation-run.ts";
import { type Problem, type ProblemFault, problemOf } from "./problem.ts";
import { unknownMembers } from "./unknown-members.ts";

/** Why an actor acts, in their own words. */
export interface ReasonBody {
  readonly because?: string;
}

export interface ResolveBody {
  readonly outcome: RunOutcome;
  readonly related: ArtifactRef | null;
  readonly because: string;
}

export type ReadActionBody<Body> =
  | { readonly kind: "read"; readonly body: Body }
  | { readonly kind: "problem"; readonly problem: Problem };

const REASON_CHARS_MAX = 1_000;
const REASON_WORDS = `A reason is text of 1 to ${REASON_CHARS_MAX} characters.`;

/** `{ reason? }` */
export function readReasonBody(body: unknown): ReadActionBody<ReasonBody> {
  if (!isJsonObject(body)) return refused(NO_OBJECT);
  const { reason } = body;
  const isGiven = reason !== undefined && reason !== null;
  const because = readReason(reason);
  const faults = [
    ...unknownMembers(body, ["reason"]),
    ...(isGiven && because === null ? [REASON_FAULT] : []),
  ];
  if (faults.length > 0) return refused(faults);
  return { kind: "read", body: because === null ? {} : { because } };
}

/** `{ outcome, related?, reason }` */
export function readResolveBody(body: unknown): ReadActionBody<ResolveBody> {
  if (!isJsonObject(body)) return refused(NO_OBJECT);
  const outcome = RUN_OUTCOMES.find((word) => word === body["outcome"]);
  const because = readReason(body["reason"]);
  const related = readRelated(body);
  const faults = [
    ...unknownMembers(body, ["outcome", "related", "reason"]),
    ...(outcome === undefined ? [OUTCOME_FAULT] : []),
    ...(because === null ? [REASON_FAULT] : []),
    ...(related === undefined ? [RELATED_FAULT] : []),
  ];
  if (outcome === undefined || because === null || related === undefined || faults.length > 0) {
    return refused(faults);
  }
  return { kind: "read", body: { outcome, related, because } };
}

const NO_OBJECT: readonly ProblemFault[] = [{ pointer: "", detail: "The body must be an object." }];
const REASON_FAULT: ProblemFault = { pointer: "/reason", detail: REASON_WORDS };
const OUTCOME_FAULT: ProblemFault = {
  pointer: "/outcome",
  detail: `An outcome is one of: ${RUN_OUTCOMES.join(", ")}.`,
};
const RELATED_FAULT: ProblemFault = {
  pointer: "/related",
  detail: "An artifact is named by { type, id }: short text, without other members.",
};

function readReason(value: JsonValue | undefined): string | null {
  if (typeof value !== "string" || value.length > REASON_CHARS_MAX) return null;
  return /\S/u.test(value.replaceAll("\u0000", "")) ? value : null;
}

function readRelated({ related = null }: JsonObject): ArtifactRef | null | undefined {
  if (related === null) return null;
  if (!isJsonObject(related) || unknownMembers(related, ["type", "id"]).length > 0)
    return undefined;
  return tryArtifactRef(related) ?? undefined;
}

function refused(errors: readonly ProblemFault[]): ReadActionBody<never> {
  const detail = "The body of an action is an object with the members that the action takes.";
  return { kind: "problem", problem: problemOf("invalid_body", { detail, errors }) };
}
