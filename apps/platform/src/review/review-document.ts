import type { CoverageStatus } from "../snapshot/snapshot.ts";
import type { ReviewInputs } from "./review-inputs.ts";

export interface CoverageLine {
  readonly type: string;
  readonly label: string;
  readonly status: CoverageStatus;
  readonly items: number;
  readonly meaning: string;
  readonly next_step: string;
}

export interface InventoryLine {
  readonly type: string;
  readonly label: string;
  readonly area: string;
  readonly policies: number;
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

export interface EvidenceLine {
  readonly statement: string;
  readonly source: string;
  readonly source_hash: string;
  readonly figure: number;
}

/** The body of a review: a pure function of its inputs. It holds no clock, no run and no number in a lineage. */
export interface ReviewDocument {
  readonly inputs: ReviewInputs;
  readonly verdict: { readonly coverage_complete: boolean; readonly text: string };
  readonly totals: {
    readonly items: number;
    readonly read_whole: number;
    readonly unreadable: number;
    readonly incomplete: number;
    readonly ambiguous: number;
  };
  readonly coverage: readonly CoverageLine[];
  readonly inventory: readonly InventoryLine[];
  readonly doubtful: readonly DoubtfulItem[];
  readonly next_steps: readonly string[];
  readonly evidence: readonly EvidenceLine[];
}
