import type { ArtifactDefinition } from "../catalog/artifact-definition.ts";
import type { RunScope } from "../run/scope.ts";

const PLAIN_PATH = /^\/(?!\/)[^\\\s\p{Cc}]*$/u;

/** The artifact's own address. Only a plain path may become a link: no other host, no script, no way around by backslash. */
export function artifactHref(
  definition: ArtifactDefinition,
  { workspaceId, environmentId }: RunScope,
  id: string,
): string | null {
  try {
    const href = definition.href({ workspaceId, environmentId }, id);
    return PLAIN_PATH.test(href) ? href : null;
  } catch {
    return null;
  }
}
