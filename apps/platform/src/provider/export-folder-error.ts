// Why a folder as a whole cannot be read, and what its owner does next.
const NEXT_STEPS = {
  folder_missing: "Check the path, and that the share or disk is connected.",
  not_a_folder: "Give the folder that holds the export, not a file in it.",
  empty_folder: "Check that the export has finished and that this is its folder.",
  no_permission: "Give the account that runs the platform the right to read this folder.",
  too_many_entries: "Give the folder of one export, not one that holds many of them.",
  io_error: "Check the disk or the share, then read the folder again.",
} as const;

export type ExportFolderErrorCode = keyof typeof NEXT_STEPS;

/** The whole folder was refused; nothing of it was read, and nothing may be concluded from it. */
export class ExportFolderError extends Error {
  readonly code: ExportFolderErrorCode;
  /** One sentence for the operator. */
  readonly nextStep: string;

  constructor(code: ExportFolderErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "ExportFolderError";
    this.code = code;
    this.nextStep = NEXT_STEPS[code];
  }
}
