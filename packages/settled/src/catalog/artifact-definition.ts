import type { RunId, RunScope } from "../run/scope.ts";
import type { TruthReader } from "./truth-reader.ts";

/** What the library reads again about an artifact before it believes a decision or shows a link. */
export interface ArtifactFacts extends RunScope {
  readonly title: string;
  readonly madeByRunId: RunId | null;
  /** True only if the content was checked, not merely found. */
  readonly complete: boolean;
  /** The artifact's own state in the business's words, for readers: `current`, `withdrawn`. */
  readonly state: string;
}

/** How one type of artifact is found and linked. */
export interface ArtifactDefinition {
  readonly type: string;
  readonly label: string;
  find(truth: TruthReader, id: string): Promise<ArtifactFacts | null>;
  /** A path below the host's address, such as `/workspaces/w/reviews/7`. */
  href(scope: RunScope, id: string): string;
}
