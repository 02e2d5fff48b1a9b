import type { ReconciliationAdapter } from "settled";
import { decidePacks } from "./decide-packs.ts";
import { gatherPackEvidence, type PackEvidence } from "./pack-evidence.ts";

export const PACK_ADAPTER: ReconciliationAdapter<PackEvidence> = {
  name: "review-pack",
  gather: gatherPackEvidence,
  decide: (_run, evidence) => decidePacks(evidence),
};
