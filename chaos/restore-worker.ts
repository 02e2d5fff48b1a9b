// A worker of the platform whose providers misbehave as RESTORE_FAULTS says, and that breaks where SETTLED_FAULT says.
import { openPlatform } from "../apps/platform/src/platform.ts";
import { openProviderTarget } from "../apps/platform/src/provider/target/open-provider-target.ts";
import type { TargetFault } from "../apps/platform/src/restore/testing/target-fault.ts";
import { createTargetFaults } from "../apps/platform/src/restore/testing/create-target-faults.ts";
import { faultPointsFromEnvironment } from "../packages/settled/src/testing/fault-points-from-environment.ts";
import { RESTORE_SETTLE_MS } from "./restore-settle.ts";

const { DATABASE_URL: connectionString = "", RESTORE_FAULTS = "[]" } = process.env;
const faults = JSON.parse(RESTORE_FAULTS) as readonly TargetFault[];
const points = faultPointsFromEnvironment(process.env);
const misbehave = createTargetFaults({ faults, points });
const platform = openPlatform({
  connectionString,
  faults: points,
  restore: {
    settleMs: RESTORE_SETTLE_MS,
    retriesMax: 2,
    retryWaitMsMax: 50,
    openTarget: (provider, signal) => misbehave(openProviderTarget(provider, signal)),
  },
});
const worker = await platform.settled.work({ concurrency: 1 });
process.stdout.write("ready\n");
process.on("SIGTERM", () => {
  void worker
    .stop({ graceMs: 5_000 })
    .then(() => platform.close())
    .then(() => process.exit(0));
});
