import type { OperationCatalog } from "../catalog/operation-catalog.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { recordedArtifactOf } from "./recorded-artifact.ts";
import type { RunJson } from "./run-json.ts";

/**
 * A run in a list: the same members, with the artifact as the run recorded it. `artifact_checked_at` is null, since a
 * list looks for none of them; the run's own answer looks, and says when.
 */
export function asListedJson<Json extends Pick<RunJson, "artifact" | "reconciliation">>(
  json: Json,
  run: OperationRun,
  catalog: Pick<OperationCatalog, "findArtifact">,
): Json & { readonly artifact_checked_at: null } {
  const artifact = recordedArtifactOf(catalog, run);
  const related = artifact === null ? null : { type: artifact.type, id: artifact.id };
  const reconciliation = json.reconciliation === null ? null : { ...json.reconciliation, related };
  return { ...json, artifact, artifact_checked_at: null, reconciliation };
}
