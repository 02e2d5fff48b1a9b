// A worker of the platform as its own process that breaks where SETTLED_FAULT says. Says "ready" when it works.
import { faultPointsFromEnvironment } from "settled/testing";
import { openPlatform } from "../platform.ts";

const { DATABASE_URL: connectionString = "", DEMO_CONCURRENCY = "1" } = process.env;
const platform = openPlatform({
  connectionString,
  faults: faultPointsFromEnvironment(process.env),
});
const worker = await platform.settled.work({ concurrency: Number(DEMO_CONCURRENCY) });
process.stdout.write("ready\n");
worker.lost.addEventListener("abort", () => process.stdout.write("lost\n"));
process.on("SIGTERM", () => {
  void worker
    .stop({ graceMs: 5_000 })
    .then(() => platform.close())
    .then(() => process.exit(0));
});
