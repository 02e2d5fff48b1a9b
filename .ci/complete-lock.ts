// Adds to package-lock.json the packages of other platforms that npm left out because its registry did not have them.
// `npm ci` refuses a lock file that lacks them, on every machine. Run it after `npm install`; it changes nothing else.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findUnlocked, type Lock, platformOf } from "../test/lock-file.ts";

const path = join(import.meta.dirname, "../package-lock.json");
const lock = JSON.parse(readFileSync(path, "utf8")) as Lock;
const added = findUnlocked(lock);
for (const { name, version, dev } of added) {
  const entry = { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true };
  lock.packages[`node_modules/${name}`] = entry;
}
const entries = Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, "en"));
const packages = Object.fromEntries(entries);
if (added.length > 0) writeFileSync(path, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
process.stdout.write(`${added.length} packages added to package-lock.json\n`);
