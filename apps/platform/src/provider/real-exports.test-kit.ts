import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe } from "vitest";

// Kept beside the project and never part of it: whoever has only the project goes without, in CI as well.
const ARCHIVES = path.join(import.meta.dirname, "../../../../../shared/data");

/** Public exports of real tenants. */
export const REAL_EXPORTS = [
  "ca-baseline-2025.10.2",
  "ca-baseline-2026.2.1",
  "intune-my-macs-2025-10-22",
  "intune-my-macs-2025-11-18",
] as const;

export type RealExport = (typeof REAL_EXPORTS)[number];

/** Tests that have a copy of each real export for themselves; without the exports they are skipped, which one line says. */
export function describeRealExports(
  title: string,
  body: (folderOf: (name: RealExport) => string) => void,
): void {
  const isThere = existsSync(ARCHIVES);
  if (!isThere) process.stderr.write(`skipped: ${title}: the folder shared/data is absent.\n`);
  describe.skipIf(!isThere)(title, () => {
    let root = "";
    const folderOf = (name: RealExport) => path.join(root, name);
    beforeAll(async () => {
      root = await mkdtemp(path.join(tmpdir(), "real-exports-"));
      for (const name of REAL_EXPORTS) {
        await mkdir(folderOf(name));
        execFileSync("tar", ["-xzf", path.join(ARCHIVES, `${name}.tar.gz`), "-C", folderOf(name)]);
      }
    });
    afterAll(() => rm(root, { recursive: true, force: true }));
    body(folderOf);
  });
}
