import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** The server sends the console as it was built: tests of the server need a build, and one of these sources. */
export function setup(): void {
  const script = join(import.meta.dirname, "../apps/platform/console/ensure-built.ts");
  execFileSync(process.execPath, [script], { stdio: "inherit" });
}
