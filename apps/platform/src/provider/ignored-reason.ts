// Plain words for each reason; the closed union is the keys of this table.
const WORDS = {
  coverage_marker: "Read as what the export says of its own coverage, not as a policy.",
  migration_table: "Read as the table of references, not as a policy.",
  settings_sidecar: "Settings that the export tool wrote beside a policy; not read.",
  assignments_sidecar: "Assignments that the export tool wrote beside a policy; not read.",
  assignments_read: "Assignments of policies in the folder above; read as part of them.",
  assignments_without_policy: "Assignments of a policy that is not in the folder above; not read.",
  assignments_twice: "Another file holds the assignments of the same policy; this one is not read.",
  manifest: "The list of contents of the export, not a policy.",
  hidden: "Hidden, hence not part of an export.",
  not_json_file: "Not a JSON file, such as a licence, a picture or a script.",
  empty_folder: "There is nothing in this folder.",
  link_to_read_folder: "The link points to a folder that is read in its own place.",
} as const;

export type IgnoredReason = keyof typeof WORDS;

export function ignoredWords(reason: IgnoredReason): string {
  return WORDS[reason];
}

// In this order: a hidden file is hidden whatever its ending.
const BY_NAME: readonly (readonly [IgnoredReason, RegExp])[] = [
  ["hidden", /^\./],
  ["coverage_marker", /^_coverage\.json$/i],
  ["migration_table", /^MigrationTable\.json$/i],
  ["manifest", /^manifest\.json$/i],
  ["settings_sidecar", /_settings\.json$/i],
  ["assignments_sidecar", /_assignments\.json$/i],
];

/** What a file's name says it is if not a policy. Only a suspicion: the content may say otherwise. */
export function ignoredByName(fileName: string): IgnoredReason | null {
  return BY_NAME.find(([, pattern]) => pattern.test(fileName))?.[0] ?? null;
}

export function isJsonFile(fileName: string): boolean {
  return /\.json$/i.test(fileName);
}
