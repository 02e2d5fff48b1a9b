import type { ArtifactDefinition, ArtifactFacts } from "../catalog/artifact-definition.ts";
import type { OperationCatalog } from "../catalog/operation-catalog.ts";
import type { TruthSource } from "../ports/truth-source.ts";
import { tryArtifactRef, type ArtifactRef } from "../run/artifact-ref.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { relatedOf } from "../run/run-context.ts";
import { sameScope, type RunScope } from "../run/scope.ts";
import { isSettledError } from "../run/settled-error.ts";
import { artifactHref } from "./artifact-href.ts";
import { asPlainName } from "./plain-words.ts";

/** What became of the artifact that a run names, read just now. */
export type ArtifactTruth =
  | { readonly kind: "none" }
  | {
      readonly kind: "present";
      readonly ref: ArtifactRef;
      readonly label: string;
      readonly title: string;
      /** The artifact's own state in the business's words. */
      readonly state: string;
      /** A path below the host's address; null if the operation gave none that is safe to follow. */
      readonly href: string | null;
      readonly complete: boolean;
    }
  | { readonly kind: "gone"; readonly ref: ArtifactRef }
  /** Of another scope, or not readable as an artifact: nothing of it is shown, not even its id. */
  | { readonly kind: "hidden" }
  /** The truth could not be asked now. */
  | { readonly kind: "unavailable"; readonly ref?: ArtifactRef };

export interface ArtifactTruthOptions {
  readonly truthSource: TruthSource;
  readonly catalog: OperationCatalog;
  readonly timeoutMs: number;
}

const HIDDEN: ArtifactTruth = { kind: "hidden" };

/**
 * Reads the artifact that the run's own decision or finish recorded, within the run's scope, and compares that
 * scope again. Never throws.
 */
export async function readArtifactTruth(
  options: ArtifactTruthOptions,
  run: OperationRun,
): Promise<ArtifactTruth> {
  const recorded = relatedOf(run.context);
  if (recorded === null) return { kind: "none" };
  const ref = tryArtifactRef(recorded);
  if (ref === null) return HIDDEN;
  const definition = options.catalog.findArtifact(ref.type);
  if (definition === null) return { kind: "unavailable", ref };
  const scope: RunScope = { workspaceId: run.workspaceId, environmentId: run.environmentId };
  try {
    return await options.truthSource.withTruth(
      scope,
      { timeoutMs: options.timeoutMs },
      async (truth) => {
        if (!sameScope(truth.scope, scope)) return HIDDEN;
        const facts = await definition.find(truth, ref.id);
        if (facts === null) return { kind: "gone", ref };
        return isReadable(facts) && sameScope(facts, scope)
          ? asPresent(definition, ref, facts)
          : HIDDEN;
      },
    );
  } catch (error) {
    return isSettledError(error, "truth_violated") ? HIDDEN : { kind: "unavailable", ref };
  }
}

function asPresent(
  definition: ArtifactDefinition,
  ref: ArtifactRef,
  facts: ArtifactFacts,
): ArtifactTruth {
  return {
    kind: "present",
    ref,
    label: definition.label,
    title: asPlainName(facts.title, definition.label),
    state: asPlainName(facts.state, "not known"),
    href: artifactHref(definition, facts, ref.id),
    complete: facts.complete,
  };
}

/** The finder is the host's code: its answer is believed only in the shape that it promised. */
function isReadable(facts: ArtifactFacts): boolean {
  return (
    typeof facts === "object" &&
    typeof facts.title === "string" &&
    typeof facts.state === "string" &&
    typeof facts.complete === "boolean"
  );
}
