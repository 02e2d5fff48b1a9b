import type { ExportLayout } from "../export-layout.ts";
import { plainlyNamed } from "../item-identity.ts";

/**
 * Single JSON files as the Intune portal and Graph Explorer write them, in folders that mean nothing.
 * They carry no assignments. Every folder can be read like this, so it is what is left where no path speaks for another tool.
 */
export const nativeImport: ExportLayout = {
  name: "native_import",
  label: "Files from the Intune portal or Graph Explorer",
  evidence: () => "none",
  typeOfFolder: () => null,
  namedFile: plainlyNamed,
  holdsAssignments: () => false,
  isYamlPolicy: () => false,
};
