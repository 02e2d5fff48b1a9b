import type { ExportLayout } from "./export-layout.ts";
import { intuneManagement } from "./layouts/intune-management.ts";
import { nativeImport } from "./layouts/native-import.ts";

const LAYOUTS: readonly ExportLayout[] = [intuneManagement];

/** The layout of an export by its paths; the flat one fits where no other does. */
export function layoutOf(files: readonly string[]): ExportLayout {
  return LAYOUTS.find((layout) => layout.recognises(files)) ?? nativeImport;
}
