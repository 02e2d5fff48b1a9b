import { realpath, stat } from "node:fs/promises";
import { ExportFolderError } from "./export-folder-error.ts";
import { faultCode } from "./file-fault.ts";

/** The real path of the folder to read; throws `ExportFolderError` where it is none. */
export async function openRoot(root: string): Promise<string> {
  if (root.trim() === "" || root.includes("\0")) {
    throw new ExportFolderError("folder_missing", "No folder was named.");
  }
  try {
    const real = await realpath(root);
    if ((await stat(real)).isDirectory()) return real;
  } catch (error) {
    throw rootError(error, root);
  }
  throw new ExportFolderError("not_a_folder", `${root} is not a folder.`);
}

/** A failed call on the root itself, as the refusal of the whole folder. */
export function rootError(error: unknown, root: string): ExportFolderError {
  switch (faultCode(error)) {
    case "ENOENT":
      return new ExportFolderError("folder_missing", `There is no folder ${root}.`, error);
    case "ENOTDIR":
      return new ExportFolderError("not_a_folder", `${root} is not a folder.`, error);
    case "EACCES":
    case "EPERM":
      return new ExportFolderError("no_permission", `There is no right to read ${root}.`, error);
    default:
      return new ExportFolderError("io_error", `${root} could not be opened.`, error);
  }
}
