// `npm run bench:stream`: streams held against the log while runs change, transactions are held open and undone, and
// every client is cut off again and again. SETTLED_TEST_DATABASE_URL names a server; else one is started.
import { migrateDatabase } from "../packages/settled/src/postgres/migrate.ts";
import { startTestDatabase } from "../packages/settled/src/testing/test-database.ts";
import { setup } from "../test/postgres-server.ts";
import { benchSettled, WORKSPACES } from "./stream/bench-settled.ts";
import { printReport, sumOf } from "./stream/report.ts";
import { spawnReaders } from "./stream/spawn-readers.ts";
import { spawnServer } from "./stream/spawn-server.ts";
import { writeRuns } from "./stream/write-runs.ts";

const clients = Number(process.env["BENCH_CLIENTS"] ?? 1_000);
const seconds = Number(process.env["BENCH_SECONDS"] ?? 60);
const cuts = Number(process.env["BENCH_CUTS"] ?? 20);
const changesPerSecond = Number(process.env["BENCH_CHANGES"] ?? 50);
const stopServer = await setup();
const database = await startTestDatabase();
await migrateDatabase({ connectionString: database.url });
const settled = benchSettled(database.url);
const server = await spawnServer(database.url);
const readers = await spawnReaders({ url: server.url, clients, cuts, seconds });
console.log(
  `${clients} clients read ${WORKSPACES.length} workspaces for ${seconds} s, each cut off ${cuts} times; ${changesPerSecond} runs a second change.`,
);
const written = await writeRuns(settled, { seconds, changesPerSecond });
const logs = await written.readLogs();
const reports = await Promise.all(readers.map((reader) => reader.check(logs)));
const memory = await server.end();
printReport({ written, memory, reports });
await settled.close();
await database.close();
await stopServer();
const sum = sumOf(reports);
const isWhole =
  sum.missed === 0 &&
  sum.doubled === 0 &&
  sum.foreign === 0 &&
  sum.resets === 0 &&
  sum.unstarted === 0;
process.exitCode = isWhole && sum.received > 0 && sum.comebacks >= clients * cuts ? 0 : 1;
