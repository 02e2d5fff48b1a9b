import type { InvariantReport } from "../../postgres/invariants/invariant.ts";
import type { Finding } from "./finding.ts";

/** What the doctor says: well if there is neither a problem nor a violation. */
export interface Diagnosis {
  readonly findings: readonly Finding[];
  /** Null if they were not asked for, or could not be. */
  readonly invariants: readonly InvariantReport[] | null;
  readonly well: boolean;
}
