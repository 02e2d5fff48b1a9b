import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";

const SQL_DISK_FULL = "53100";

export function errorCodeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

export function isMissing(error: unknown): boolean {
  return errorCodeOf(error) === "ENOENT";
}

export function diskFullError(
  dataDir: string,
  detail = "",
  cause?: unknown,
): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    "disk_full",
    `The disk that holds ${dataDir} is full. Free some space (a new database needs about 100 MB), ` +
      "or set SETTLED_DATA_DIR to a folder on another disk.",
    { detail, cause },
  );
}

/** Says what the file system refused; anything that is not such a refusal is returned as it came. */
export function asFolderError(error: unknown, dataDir: string): unknown {
  switch (errorCodeOf(error)) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new EmbeddedPostgresError(
        "folder_not_writable",
        `This user may not write to the data folder ${dataDir}. Give the folder to the user that ` +
          "runs Settled, set SETTLED_DATA_DIR to another folder, or set DATABASE_URL to use your own server.",
        { cause: error },
      );
    case "ENOSPC":
    case "EDQUOT":
    case SQL_DISK_FULL:
      return diskFullError(dataDir, "", error);
    case "ENOTDIR":
    case "EEXIST":
    case "ELOOP":
    case "ENAMETOOLONG":
      return new EmbeddedPostgresError(
        "folder_not_ours",
        `${dataDir} is not a folder. Set SETTLED_DATA_DIR to a folder that is empty or does not exist yet.`,
        { cause: error },
      );
    default:
      return error;
  }
}
