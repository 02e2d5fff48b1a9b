import type { ExportLayout, LayoutEvidence } from "./export-layout.ts";
import { intuneBackupAndRestore } from "./layouts/intune-backup-and-restore.ts";
import { intuneCd } from "./layouts/intune-cd.ts";
import { intuneManagement } from "./layouts/intune-management.ts";
import { nativeImport } from "./layouts/native-import.ts";

// Where paths speak equally for several, the first one.
const LAYOUTS: readonly ExportLayout[] = [intuneManagement, intuneBackupAndRestore, intuneCd];

/** One path that is a tool's own outweighs any number that others write, too. */
const WEIGHTS: Readonly<Record<LayoutEvidence, number>> = { own: 1_000_000, shared: 1, none: 0 };

/**
 * The layout of an export by its paths: that for which most of them speak; the flat one where none does. In
 * a root that holds exports of several tools, each file is judged by a tool that writes such paths.
 */
export function layoutOf(files: readonly string[]): ExportLayout {
  const weighed = LAYOUTS.map((layout) => ({ layout, weight: weightOf(layout, files) }))
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => right.weight - left.weight);
  const [main, ...others] = weighed;
  if (main === undefined) return nativeImport;
  const also = others.filter(({ weight }) => weight >= WEIGHTS.own);
  return also.length === 0
    ? main.layout
    : mixed(
        main.layout,
        also.map(({ layout }) => layout),
      );
}

function weightOf(layout: ExportLayout, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + WEIGHTS[layout.evidence(file)], 0);
}

function mixed(main: ExportLayout, others: readonly ExportLayout[]): ExportLayout {
  const all = [main, ...others];
  const of = (file: string): ExportLayout =>
    all.find((layout) => layout.evidence(file) === "own") ??
    all.find((layout) => layout.evidence(file) === "shared") ??
    main;
  return {
    name: main.name,
    label: main.label,
    evidence: (file) => of(file).evidence(file),
    typeOfFolder: (file) => of(file).typeOfFolder(file),
    namedFile: (file) => of(file).namedFile(file),
    holdsAssignments: (file) => of(file).holdsAssignments(file),
    isYamlPolicy: (file) => of(file).isYamlPolicy(file),
  };
}
