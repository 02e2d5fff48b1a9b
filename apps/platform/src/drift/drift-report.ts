import type { DriftFinding, MatchedBy } from "./drift-finding.ts";

/** One expectation of the baseline, or one policy of the environment that none covers, with how it stands. */
export interface AssessedPolicy {
  readonly type: string;
  readonly match_key: string;
  readonly policy: string;
  readonly matched_by: MatchedBy | null;
  /** `not_assessed`: nothing may be said of it, since it or its type could not be read whole. */
  readonly standing: "aligned" | "deviating" | "not_assessed";
  /** Keys of its findings. */
  readonly findings: readonly string[];
}

/** Everything that a comparison with a baseline says, in an order that is the same every time. */
export interface DriftReport {
  readonly findings: readonly DriftFinding[];
  readonly policies: readonly AssessedPolicy[];
}
