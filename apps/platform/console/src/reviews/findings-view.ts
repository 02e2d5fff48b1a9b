import type { Disposition } from "../../../src/drift/disposition.ts";
import type { FindingKind } from "../../../src/drift/drift-finding.ts";
import { SEVERITIES, type Severity } from "../parts/severity.ts";
import type { Decision, FindingLine } from "./review-shape.ts";

export const DECIDED = [
  "accepted",
  "customer_specific",
  "to_fix",
  "resolved",
] as const satisfies readonly Disposition[];
export const STANDINGS = ["new", ...DECIDED] as const;
export type Standing = (typeof STANDINGS)[number];

/** What the address says of the table of findings. */
export interface FindingsView {
  readonly severity?: Severity;
  readonly kind?: string;
  readonly disposition?: Standing;
  readonly area?: string;
}

const CHARS_MAX = 100;

export function readFindingsView(search: Readonly<Record<string, unknown>>): FindingsView {
  const severity = SEVERITIES.find((one) => one === search["severity"]);
  const disposition = STANDINGS.find((one) => one === search["disposition"]);
  const kind = textIn(search["kind"]);
  const area = textIn(search["area"]);
  return {
    ...(severity === undefined ? {} : { severity }),
    ...(kind === "" ? {} : { kind }),
    ...(disposition === undefined ? {} : { disposition }),
    ...(area === "" ? {} : { area }),
  };
}

function textIn(value: unknown): string {
  return typeof value === "string" ? value.slice(0, CHARS_MAX) : "";
}

export type Decisions = ReadonlyMap<string, Decision>;

/** How a finding stands now: by the decision that is in force, not by the one that was at the review's moment. */
export function standingOf({ finding_key: key }: FindingLine, decisions: Decisions): Standing {
  return decisions.get(key)?.disposition ?? "new";
}

export function isWanted(line: FindingLine, decisions: Decisions, view: FindingsView): boolean {
  const { severity, kind, disposition, area } = view;
  return (
    (severity === undefined || line.severity === severity) &&
    (kind === undefined || line.kind === kind) &&
    (area === undefined || line.area === area) &&
    (disposition === undefined || standingOf(line, decisions) === disposition)
  );
}

export interface FindingGroup {
  readonly severity: Severity;
  readonly area: string;
  readonly lines: readonly FindingLine[];
}

/** Worst first, then area by area. */
export function groupsOf(lines: readonly FindingLine[]): readonly FindingGroup[] {
  return SEVERITIES.flatMap((severity) => {
    const found = lines.filter((line) => line.severity === severity);
    const areas = [...new Set(found.map(({ area }) => area))];
    return areas.map((area) => ({
      severity,
      area,
      lines: found.filter((line) => line.area === area),
    }));
  });
}

/** Those that occur, so that no choice finds nothing by itself. */
export function kindsOf(lines: readonly FindingLine[]): readonly FindingKind[] {
  return [...new Set(lines.map(({ kind }) => kind))].toSorted();
}

export function areasOf(lines: readonly FindingLine[]): readonly string[] {
  return [...new Set(lines.map(({ area }) => area))].toSorted();
}
