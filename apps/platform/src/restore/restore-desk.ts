import type { TrackedRun } from "settled";
import type { PlatformParts } from "../platform-parts.ts";
import type { FenceToken } from "../store/restore-fence.ts";
import type { ExecuteInput } from "./execute-input.ts";
import type { RestoreSettings } from "./restore-settings.ts";
import type { RestoreTarget } from "./restore-target.ts";

/** What a worker has to hand while it writes. */
export interface RestoreDesk {
  readonly parts: PlatformParts;
  readonly tracked: TrackedRun<ExecuteInput>;
  readonly settings: RestoreSettings;
  readonly target: RestoreTarget;
  readonly pinned: string | null;
  readonly fence: FenceToken;
}
