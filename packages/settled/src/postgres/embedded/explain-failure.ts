import {
  EmbeddedPostgresError,
  type EmbeddedPostgresErrorCode,
} from "./embedded-postgres-error.ts";
import { diskFullError, errorCodeOf } from "./folder-error.ts";
import { unsupportedPlatformError } from "./find-server-binaries.ts";

interface Failure {
  readonly dataDir: string;
  readonly port?: number;
  /** What PostgreSQL said last. */
  readonly detail: string;
  /** Set when the program could not be run at all. */
  readonly cause?: unknown;
}

/** Turns what PostgreSQL or the operating system said into one of our codes with a next step. */
export function explainFailure(
  code: Extract<EmbeddedPostgresErrorCode, "init_failed" | "start_failed">,
  failure: Failure,
): EmbeddedPostgresError {
  const { dataDir, detail, cause } = failure;
  if (/no space left on device|disk quota exceeded/i.test(detail)) {
    return diskFullError(dataDir, detail, cause);
  }
  if (/address already in use|could not create any TCP\/IP sockets/i.test(detail)) {
    return portTakenError(failure.port ?? 0, detail);
  }
  if (/database files are incompatible with server/i.test(detail)) {
    return new EmbeddedPostgresError(
      "version_mismatch",
      `The data in ${dataDir} was written by another version of PostgreSQL. Start the version of Settled that ` +
        "wrote it, dump the data there and restore it here, or set DATABASE_URL to a server of that version.",
      { detail, cause },
    );
  }
  if (errorCodeOf(cause) === "EACCES" || errorCodeOf(cause) === "EPERM") {
    return new EmbeddedPostgresError(
      "binaries_broken",
      "This system does not let the PostgreSQL programs run, or does not let root run them as another user. " +
        "Start Settled as an ordinary user from a place where programs may run, or set DATABASE_URL to use your own server.",
      { detail, cause },
    );
  }
  // A program that is there but whose loader is not: Alpine and other systems without glibc.
  if (errorCodeOf(cause) === "ENOENT" || /error while loading shared libraries/i.test(detail)) {
    return unsupportedPlatformError(
      `${process.platform}-${process.arch}, missing system libraries`,
      cause,
    );
  }
  const what =
    code === "init_failed" ? "A new database could not be made" : "PostgreSQL did not start";
  return new EmbeddedPostgresError(
    code,
    `${what} in ${dataDir}. The log of the server says why. ` +
      "Set SETTLED_DATA_DIR to another folder, or DATABASE_URL to use your own server.",
    { detail, cause },
  );
}

export function portTakenError(port: number, detail = ""): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    "port_taken",
    `Port ${port} on 127.0.0.1 is used by another program. ` +
      "End that program, or choose another port, or name none and a free one is found.",
    { detail },
  );
}

/** Killed servers leave connections behind for a moment, and PostgreSQL rightly waits for them to be gone. */
export function isLeavingStill(error: unknown): boolean {
  return (
    error instanceof EmbeddedPostgresError && /pre-existing shared memory block/i.test(error.detail)
  );
}
