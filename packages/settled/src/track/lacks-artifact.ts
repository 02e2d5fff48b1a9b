import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { RunResult } from "../catalog/tracked-run.ts";
import { tryArtifactRef } from "../run/artifact-ref.ts";

const CLAIMS: readonly RunResult["outcome"][] = ["succeeded", "partially_succeeded"];

/** Whether a result claims a success that must have an artifact, and names none of that type. */
export function lacksArtifact({ artifact }: OperationDefinition, result: RunResult): boolean {
  if (artifact === null || !CLAIMS.includes(result.outcome)) return false;
  return tryArtifactRef(result.related)?.type !== artifact.type;
}
