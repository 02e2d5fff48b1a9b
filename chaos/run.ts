// `npm run chaos`: the fault suite at full strength. SETTLED_TEST_DATABASE_URL names a server; else one is started.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const VITEST = join(import.meta.dirname, "../node_modules/vitest/vitest.mjs");

const { CHAOS_TIMES = "20", CHAOS_DEATHS = "40" } = process.env;
const { status } = spawnSync(process.execPath, [VITEST, "run", "chaos", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, CHAOS_TIMES, CHAOS_DEATHS },
});
process.exitCode = status ?? 1;
