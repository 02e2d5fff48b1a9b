import { access, chmod, constants, readFile, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import type { ServerBinaries } from "./find-server-binaries.ts";
import { errorCodeOf, isMissing } from "./folder-error.ts";
import { pathExists } from "./path-exists.ts";

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * npm packages cannot hold symbolic links, so an install script makes them afterwards; installers that skip such
 * scripts leave programs that do not start. What is missing is made here.
 */
export async function repairServerBinaries(binaries: ServerBinaries): Promise<void> {
  try {
    const links = await readLinks(binaries.nativeDir);
    await Promise.all(links.map((link) => makeLink(dirname(binaries.nativeDir), link)));
    await Promise.all([binaries.postgres, binaries.initdb].map(makeExecutable));
  } catch (error) {
    throw new EmbeddedPostgresError(
      "binaries_broken",
      `The PostgreSQL programs in ${binaries.nativeDir} are incomplete and could not be repaired here. ` +
        "Install the npm packages again with install scripts allowed, or set DATABASE_URL to use your own server.",
      { cause: error },
    );
  }
}

async function readLinks(nativeDir: string): Promise<readonly Link[]> {
  try {
    return JSON.parse(await readFile(join(nativeDir, "pg-symlinks.json"), "utf8")) as Link[];
  } catch (error) {
    if (isMissing(error)) {
      return [];
    }
    throw error;
  }
}

async function makeLink(packageDir: string, link: Link): Promise<void> {
  const path = join(packageDir, link.target);
  if (!(await pathExists(path))) {
    // Source and target are always in one folder, so the name alone also survives a move of the package.
    await symlink(basename(link.source), path).catch((error: unknown) => {
      if (errorCodeOf(error) !== "EEXIST") {
        throw error;
      }
    });
  }
}

async function makeExecutable(program: string): Promise<void> {
  try {
    await access(program, constants.X_OK);
  } catch {
    await chmod(program, 0o755);
  }
}
