import type { FaultPoints } from "settled";
import type { Database } from "settled/postgres";

/** What the platform's operations need from outside. */
export interface PlatformParts {
  readonly database: Database;
  readonly faults: FaultPoints;
}
