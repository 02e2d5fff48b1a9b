import type { PolicyType } from "./policy-type.ts";

export type LayoutName = "intune_management" | "native_import";

/**
 * How one export tool lays out its folder. A new tool is one more file in `layouts/` and one more line
 * in `layoutOf`; nothing else asks which tool wrote an export.
 */
export interface ExportLayout {
  readonly name: LayoutName;
  readonly label: string;
  /** By the paths alone, before any file is opened. */
  recognises(files: readonly string[]): boolean;
  /** What the folders above a file say about it: the weakest evidence, and the only one for a bad file. */
  typeOfFolder(file: string): PolicyType | null;
}
