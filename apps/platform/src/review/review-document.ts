import type { Disposition } from "../drift/disposition.ts";
import type { DriftFinding } from "../drift/drift-finding.ts";
import type { Severity } from "../drift/severity.ts";
import type { CoverageStatus } from "../snapshot/snapshot.ts";
import type { ReviewInputs } from "./review-inputs.ts";

export interface CoverageLine {
  readonly type: string;
  readonly label: string;
  readonly area: string;
  readonly status: CoverageStatus;
  readonly items: number;
  readonly meaning: string;
  readonly next_step: string;
}

export interface InventoryLine {
  readonly type: string;
  readonly label: string;
  readonly area: string;
  /** As the policies declare it; null where they are made for no platform. */
  readonly platform: string | null;
  readonly policies: number;
  /** False for types that others use, such as named locations: nobody can be assigned to them. */
  readonly assignable: boolean;
  readonly assigned: number;
  readonly unassigned: number;
  /** The export says nothing of their assignments. */
  readonly assignment_unknown: number;
}

export interface DoubtfulItem {
  readonly type: string;
  readonly label: string;
  readonly item: string;
  readonly state: "unreadable" | "incomplete" | "ambiguous";
  readonly meaning: string;
}

/** A policy that protects nobody: assigned to nobody, switched off, or only reporting. */
export interface UnprotectingPolicy {
  readonly type: string;
  readonly label: string;
  readonly policy: string;
  readonly because: "unassigned" | "disabled" | "report_only";
}

/** A finding with the words for it and the decision in force at `as_of`. */
export interface FindingLine extends DriftFinding {
  readonly area: string;
  readonly label: string;
  /** The setting's name for people; null where the finding is about the policy as a whole. */
  readonly setting: string | null;
  /** One sentence: what was expected, what was found, and what that means. */
  readonly sentence: string;
  readonly disposition: Disposition | "new";
  readonly decided_by: string | null;
  readonly decision_reason: string | null;
  readonly decided_at: string | null;
  readonly expires_at: string | null;
}

/** How the policies and expectations of one area stand. The parts sum up to `total`. */
export interface AreaLine {
  readonly area: string;
  readonly aligned: number;
  readonly accepted: number;
  readonly open: number;
  readonly not_assessed: number;
  readonly total: number;
}

export interface EvidenceLine {
  readonly statement: string;
  readonly source: string;
  readonly source_hash: string;
  readonly figure: number;
}

/** One of the ten questions that a review answers by itself. */
export interface GoldenAnswer {
  readonly number: number;
  readonly question: string;
  readonly answer: string;
  /** Statements of `evidence` that bear the answer. */
  readonly evidence: readonly string[];
}

export interface BaselineName {
  readonly baseline_id: string;
  readonly name: string;
  readonly version: number;
  readonly version_hash: string;
}

/**
 * The body of a review: a pure function of its inputs. It holds no clock, no run, no number in a lineage and no name
 * of the environment. What changed since the predecessor, and which restores touched the environment, are derived
 * from other records when they are shown.
 */
export interface ReviewDocument {
  readonly inputs: ReviewInputs;
  /** Null where nothing was expected: the review states what is there. */
  readonly baseline: BaselineName | null;
  readonly verdict: { readonly coverage_complete: boolean; readonly text: string };
  readonly tiles: {
    readonly policies_checked: number;
    readonly aligned: number;
    readonly open_high: number;
    readonly not_assessed: number;
  };
  readonly totals: {
    readonly items: number;
    readonly read_whole: number;
    readonly unreadable: number;
    readonly incomplete: number;
    readonly ambiguous: number;
  };
  readonly coverage: readonly CoverageLine[];
  readonly areas: readonly AreaLine[];
  /** Open findings by severity. */
  readonly open_by_severity: Readonly<Record<Severity, number>>;
  /** Open ones, worst first; conflicts and accepted ones stand in their own lists. */
  readonly findings: readonly FindingLine[];
  readonly conflicts: readonly FindingLine[];
  /** Accepted and customer-specific deviations, those that expire soonest on top. */
  readonly accepted: readonly FindingLine[];
  /** What could not be judged, whatever was decided about it: never a deviation, never aligned. */
  readonly not_assessed: readonly FindingLine[];
  readonly unprotecting: readonly UnprotectingPolicy[];
  readonly inventory: readonly InventoryLine[];
  readonly doubtful: readonly DoubtfulItem[];
  readonly golden: readonly GoldenAnswer[];
  readonly next_steps: readonly string[];
  readonly evidence: readonly EvidenceLine[];
}
