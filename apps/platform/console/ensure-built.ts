// Builds the platform's console unless its build is newer than everything that it is made of.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

const HERE = import.meta.dirname;
const ROOT = join(HERE, "../../..");
const SOURCES = [
  join(HERE, "src"),
  join(HERE, "index.html"),
  join(HERE, "vite.config.ts"),
  join(ROOT, "packages/console/src"),
  join(ROOT, "packages/console/vite-settings.ts"),
  join(ROOT, "package-lock.json"),
];

const builtMs = modifiedMs(join(HERE, "dist/index.html"));
// Whoever asks, a test too, gets what is shipped: a library's development build is slower and much larger.
process.env["NODE_ENV"] = "production";
if (Math.max(...SOURCES.map(newestMs)) > builtMs) {
  await build({ root: HERE, configFile: join(HERE, "vite.config.ts"), logLevel: "warn" });
}

function newestMs(path: string): number {
  const entries = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: "utf8" }).map((name) => join(path, name))
    : [path];
  return Math.max(...entries.map(modifiedMs));
}

/** 0 for what is not there. */
function modifiedMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
