import type { FaultPoints } from "settled";
import type { Database } from "settled/postgres";
import type { RestoreSettings } from "./restore/restore-settings.ts";

/** What the platform's operations need from outside. */
export interface PlatformParts {
  readonly database: Database;
  readonly faults: FaultPoints;
  /** How restores meet the provider, where it is not as usual. */
  readonly restore?: Partial<RestoreSettings>;
}
