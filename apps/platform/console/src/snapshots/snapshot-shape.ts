import type { snapshotItemJson } from "../../../src/server/api/snapshot-json.ts";
import type { snapshotJson } from "../../../src/server/platform-json.ts";

export type Snapshot = ReturnType<typeof snapshotJson>;
export type SnapshotItem = ReturnType<typeof snapshotItemJson>;
