// A worker of the platform as its own process, with fault points from SETTLED_FAULT. Says "ready" when it works.
import { faultPointsFromEnvironment } from "../packages/settled/src/testing/fault-points-from-environment.ts";
import { openPlatform } from "../apps/platform/src/platform.ts";

const { DATABASE_URL: connectionString = "", CHAOS_CONCURRENCY = "1" } = process.env;
const platform = openPlatform({
  connectionString,
  faults: faultPointsFromEnvironment(process.env),
});
const worker = await platform.settled.work({ concurrency: Number(CHAOS_CONCURRENCY) });
process.stdout.write("ready\n");
worker.lost.addEventListener("abort", () => process.stdout.write("lost\n"));
process.on("SIGTERM", () => {
  void worker
    .stop({ graceMs: 5_000 })
    .then(() => platform.close())
    .then(() => process.exit(0));
});
