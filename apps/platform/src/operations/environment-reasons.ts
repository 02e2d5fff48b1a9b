/** Why nothing can be done for an environment until somebody outside decides or grants something. */
export const ENVIRONMENT_REASONS = {
  environment_missing: {
    title: "The environment does not exist",
    meaning: "This workspace has no environment of that name.",
    nextStep: "Check the name, or import the environment first.",
  },
  environment_suspended: {
    title: "The environment is not active",
    meaning: "It is suspended or archived, so nothing was read or written.",
    nextStep: "Activate the environment (platform environment activate), then start again.",
  },
} as const;

/** Why there is nothing to read yet. */
export const PROVIDER_REASONS = {
  no_provider: {
    title: "The environment has no provider yet",
    meaning: "Nobody has said where its configuration is read from, so nothing was read.",
    nextStep: "Import an export into it (platform import), then capture again.",
  },
} as const;

/** Why the provider's folder as a whole could not be read. */
export const FOLDER_REASONS = {
  folder_missing: {
    title: "The export folder is missing",
    meaning: "The folder that the environment names is not there.",
    nextStep: "Check the path, and that the share or disk is connected; then capture again.",
  },
  not_a_folder: {
    title: "The export is not a folder",
    meaning: "The path that the environment names is a file.",
    nextStep: "Give the folder that holds the export, then capture again.",
  },
  empty_folder: {
    title: "The export folder is empty",
    meaning: "There are no files in it. Nothing may be concluded about the tenant.",
    nextStep: "Check that the export has finished and that this is its folder; then capture again.",
  },
  no_permission: {
    title: "The export folder may not be read",
    meaning: "The account that runs the platform has no right to read it.",
    nextStep: "Grant the right to read, then capture again.",
  },
  too_many_entries: {
    title: "The export folder holds too much",
    meaning: "It has more entries than one export can have.",
    nextStep: "Give the folder of one export, then capture again.",
  },
  io_error: {
    title: "The export folder could not be read",
    meaning: "The disk or the share gave an error.",
    nextStep: "Check the disk or the share, then capture again.",
  },
} as const;
