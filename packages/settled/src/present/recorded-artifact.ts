import type { OperationCatalog } from "../catalog/operation-catalog.ts";
import { type ArtifactRef, tryArtifactRef } from "../run/artifact-ref.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { relatedOf } from "../run/run-context.ts";
import { artifactHref } from "./artifact-href.ts";

export type LinkedArtifact = ArtifactRef & { readonly href: string | null };

/** The artifact that the run's own decision or finish recorded, as it was then: it is not looked for now. */
export function recordedArtifactOf(
  catalog: Pick<OperationCatalog, "findArtifact">,
  run: OperationRun,
): LinkedArtifact | null {
  const ref = tryArtifactRef(relatedOf(run.context));
  if (ref === null) return null;
  const definition = catalog.findArtifact(ref.type);
  return { ...ref, href: definition === null ? null : artifactHref(definition, run, ref.id) };
}
