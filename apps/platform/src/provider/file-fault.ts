import { refused } from "./unreadable-reason.ts";
import type { ReadRefusal } from "./unreadable-reason.ts";

/** The system's code of a failed file call (`ENOENT`), or an empty text for any other error. */
export function faultCode(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

/** A failed file call as a refusal of one entry; `file` is its path below the root. */
export function refusalOf(error: unknown, file: string): ReadRefusal {
  const code = faultCode(error);
  if (code === "EACCES" || code === "EPERM") return refused("no_permission");
  if (code === "ELOOP") return refused("link_loop");
  if (code === "ENOENT" || code === "ENOTDIR") {
    // A name that is not UTF-8 arrives with replacement characters and opens nothing.
    return refused(file.includes("\uFFFD") ? "bad_file_name" : "vanished");
  }
  return refused("io_error", code === "" ? "" : ` (${code})`);
}
