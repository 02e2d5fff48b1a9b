import type { OperationDefinition, ReasonCopy } from "../catalog/operation-definition.ts";
import type { ArtifactTruth } from "./artifact-truth.ts";
import type { PositionLabel } from "./position-label.ts";

/** Who looks, when, and what was read for them. */
export interface RunViewer {
  readonly now: Date;
  /** Null = this process does not know the run's type. */
  readonly operation: OperationDefinition | null;
  /** Null = the artifact was not asked for, as in long lists. */
  readonly artifact: ArtifactTruth | null;
  /** Whether the viewer may see the internal detail of a failure. */
  readonly maySeeDetail: boolean;
}

export const NEXT_STEP_ACTIONS = [
  "none",
  "wait",
  "start_again",
  "check_now",
  "resolve",
  "grant",
  "open_artifact",
] as const;
export type NextStepAction = (typeof NEXT_STEP_ACTIONS)[number];

export interface NextStep {
  readonly text: string;
  readonly action: NextStepAction;
}

/** How fresh what is shown is: since when the run has been as it is. */
export interface Freshness {
  readonly text: string;
  readonly since: Date;
}

/** A run in the words of its readers. Holds no SQL, no stack, no error text. */
export interface PresentedRun {
  /** "Environment review: succeeded". */
  readonly title: string;
  readonly sentence: string;
  readonly nextStep: NextStep;
  readonly freshness: Freshness;
  readonly position: PositionLabel;
  readonly operationLabel: string;
  readonly askedBy: string;
  /** Null while there is no reason, as in a run under way. */
  readonly reason: ReasonCopy | null;
  /** "3 of 10", with the handler's own words if it gave any; null without progress. */
  readonly progress: string | null;
  readonly artifact: ArtifactTruth | null;
  /** When the artifact was looked for; null = it was not, or its truth could not be asked. */
  readonly artifactCheckedAt: Date | null;
  /** Whether there is internal detail of a failure, and whether this viewer may ask for it. */
  readonly failureDetail: "none" | "withheld" | "available";
}
