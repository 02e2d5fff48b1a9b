import { type ArtifactRef, tryArtifactRef } from "../run/artifact-ref.ts";
import type { RunOutcome } from "../run/operation-run.ts";
import type { OperationDefinition } from "./operation-definition.ts";

const CLAIMS: readonly RunOutcome[] = ["succeeded", "partially_succeeded"];

/** Whether a result claims a success that must have an artifact, and names none of that type. */
export function lacksArtifact(
  { artifact }: OperationDefinition,
  result: { readonly outcome: RunOutcome; readonly related?: ArtifactRef | null },
): boolean {
  if (artifact === null || !CLAIMS.includes(result.outcome)) return false;
  return tryArtifactRef(result.related)?.type !== artifact.type;
}
