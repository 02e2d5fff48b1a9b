// `npm run bench:console`: how large the console is, how soon its list can be used on a slow machine, and whether a
// long list pages as fast as a short one. SETTLED_TEST_DATABASE_URL names a server; else one is started.
// BENCH_RUNS=5000000 fills the long list further.
import { setup } from "../test/postgres-server.ts";
import { FIRST_LOAD_MAX_KB, measureBundle, printBundle } from "./console/measure-bundle.ts";
import { measureInteractive } from "./console/measure-interactive.ts";
import { measurePaging } from "./console/measure-paging.ts";
import { openRunsWorld } from "./console/open-runs-world.ts";

const INTERACTIVE_GOAL_MS = 1_500;
/** A list that reads an index is as fast at its thousandth page as at its first, but for the noise of a machine. */
const RATIO_MAX = 3;
const short = 5_000;
const long = Number(process.env["BENCH_RUNS"] ?? 500_000);

const bundle = measureBundle();
printBundle(bundle);
const stopServer = await setup();
const world = await openRunsWorld({ short, long });
try {
  const paging = await measurePaging(world);
  console.log(
    `a page of 50 runs: ${paging.shortMs} ms of ${short}, ${paging.longMs} ms of ${long}`,
  );
  console.log(`first page, middle and last third alike; ratio ${paging.ratio}`);
  const interactive = await measureInteractive(world);
  console.log(
    interactive === null
      ? "time to interactive: Chromium could not be had"
      : `time to interactive at 4x slow-down: ${interactive.coldMs} ms (goal ${INTERACTIVE_GOAL_MS}), warm ${interactive.warmMs} ms`,
  );
  const isLight = bundle.firstLoadKb <= FIRST_LOAD_MAX_KB;
  const isSteady = paging.ratio <= RATIO_MAX;
  if (!isLight) console.error(`The first load is above ${FIRST_LOAD_MAX_KB} kB.`);
  if (!isSteady) console.error(`A long list pages more than ${RATIO_MAX} times slower.`);
  process.exitCode = isLight && isSteady ? 0 : 1;
} finally {
  await world.close();
  await stopServer();
}
