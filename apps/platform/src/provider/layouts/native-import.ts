import type { ExportLayout } from "../export-layout.ts";

/**
 * Single JSON files as the Intune portal and Graph Explorer write them, in folders that mean nothing.
 * They carry no assignments. Every folder can be read like this, so it is asked last.
 */
export const nativeImport: ExportLayout = {
  name: "native_import",
  label: "Files from the Intune portal or Graph Explorer",
  recognises: () => true,
  typeOfFolder: () => null,
};
