import type { PolicyType } from "./policy-type.ts";

export type LayoutName =
  | "intune_management"
  | "intune_backup_and_restore"
  | "intune_cd"
  | "native_import";

/** `own`: no other tool writes such a path; `shared`: others do, too. */
export type LayoutEvidence = "own" | "shared" | "none";

/** What a file's name says about the object in it, where the tool puts more than the name into it. */
export interface NamedFile {
  readonly name: string;
  readonly providerId: string | null;
}

/**
 * How one export tool lays out its folder. A new tool is one more file in `layouts/` and one more line
 * in `layoutOf`; nothing else asks which tool wrote an export.
 */
export interface ExportLayout {
  readonly name: LayoutName;
  readonly label: string;
  /** By the path alone, before any file is opened. */
  evidence(file: string): LayoutEvidence;
  /** What the folders above a file say about it: the weakest evidence, and the only one for a bad file. */
  typeOfFolder(file: string): PolicyType | null;
  namedFile(file: string): NamedFile;
  /** Whether the file holds assignments of the policies in the folder above its own, and no policy. */
  holdsAssignments(file: string): boolean;
  /** Whether a file that is not JSON holds a policy nevertheless, which is then one that cannot be read. */
  isYamlPolicy(file: string): boolean;
}
