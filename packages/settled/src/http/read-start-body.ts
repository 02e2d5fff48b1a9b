import { isJsonObject } from "../run/json-value.ts";
import { asEnvironmentId, type EnvironmentId } from "../run/scope.ts";
import type { ProblemFault } from "./problem.ts";
import { unknownMembers } from "./unknown-members.ts";

export type StartBody =
  | {
      readonly kind: "read";
      readonly environmentId: EnvironmentId | null;
      readonly input: unknown;
    }
  | { readonly kind: "refused"; readonly errors: readonly ProblemFault[] };

const MEMBERS: readonly string[] = ["environment_id", "input"];

/** `{ environment_id?, input? }` and nothing else: an unknown member is refused, not overlooked. */
export function readStartBody(body: unknown): StartBody {
  if (!isJsonObject(body)) {
    return { kind: "refused", errors: [{ pointer: "", detail: "The body must be an object." }] };
  }
  const environmentId = readEnvironmentId(body["environment_id"]);
  const errors = [...unknownMembers(body, MEMBERS), ...environmentFault(environmentId)];
  if (errors.length > 0 || environmentId === undefined) return { kind: "refused", errors };
  return { kind: "read", environmentId, input: body["input"] ?? {} };
}

function readEnvironmentId(value: unknown): EnvironmentId | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") return undefined;
  try {
    return asEnvironmentId(value);
  } catch {
    return undefined;
  }
}

function environmentFault(read: EnvironmentId | null | undefined): readonly ProblemFault[] {
  if (read !== undefined) return [];
  const detail =
    "An id of an environment is 1 to 128 letters, digits, dots, dashes or underscores, and begins with a letter or digit.";
  return [{ pointer: "/environment_id", detail }];
}
