export { exerciseEngineDriver } from "./exercise-engine-driver.ts";
export { exerciseHttpHost } from "./exercise-http-host.ts";
export { exerciseReconciliationAdapter } from "./exercise-reconciliation-adapter.ts";
export { exerciseRunStore } from "./exercise-run-store.ts";
export { faultPointsFromEnvironment } from "./fault-points-from-environment.ts";
export { createFaultScript } from "./fault-script.ts";
export { createManualClock } from "./manual-clock.ts";
export { createMemoryRunStore } from "./memory-run-store.ts";
