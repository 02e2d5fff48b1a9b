// Plain words for each reason; the closed union is the keys of this table.
const WORDS = {
  not_json: "The text is not valid JSON",
  empty_file: "The file is empty",
  bad_utf16: "The file says it is UTF-16 but holds bytes that are not",
  bad_utf8: "The file holds bytes that are not UTF-8",
  bad_text: "A text in the file holds half of a character pair",
  number_out_of_range: "A number in the file is too large to be kept exactly",
  not_an_object: "The file holds a list or a single value where one object is expected",
  not_assignments: "The file lies among assignments but holds something else",
  yaml_not_read: "The policy is written as YAML; export it as JSON to have it read",
  not_a_coverage_marker: "The file is named as a statement of coverage but is none",
  not_a_migration_table: "The file is named as a migration table but is none",
  too_deep: "The JSON is nested more deeply than allowed",
  too_large: "The file is larger than allowed",
  over_total_bytes: "The folder holds more than may be read at once; this file was left unread",
  folder_too_deep: "The folder is nested more deeply than allowed; what is in it was not read",
  no_permission: "The account that reads the folder has no right to this entry",
  link_out_of_folder: "The link points out of the export folder and was not followed",
  broken_link: "The link points to something that is not there",
  link_loop: "The link points back to itself",
  not_a_regular_file: "The entry is a pipe, a socket or a device",
  bad_file_name: "The name of the entry is not valid text, so it cannot be opened",
  vanished: "The entry was listed and was gone when it was to be read",
  changed_while_reading: "The file changed while it was being read",
  io_error: "The disk or the share reported an error",
} as const;

export type UnreadableReason = keyof typeof WORDS;

export function unreadableWords(reason: UnreadableReason): string {
  return WORDS[reason];
}

/** A refusal to read one entry; `detail` is a sentence for the operator and holds no file content. */
export interface ReadRefusal {
  readonly kind: "refused";
  readonly reason: UnreadableReason;
  readonly detail: string;
}

export function refused(reason: UnreadableReason, more = ""): ReadRefusal {
  return { kind: "refused", reason, detail: `${WORDS[reason]}${more}.` };
}
