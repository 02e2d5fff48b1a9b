import type { Severity } from "../../../src/drift/severity.ts";
import type { Fill } from "../charts/chart-part.ts";

export type { Severity };

/** Worst first. */
export const SEVERITIES = ["high", "medium", "low", "info"] as const satisfies readonly Severity[];

export const SEVERITY_FILLS: Readonly<Record<Severity, Fill>> = {
  high: "bad",
  medium: "care",
  low: "part",
  info: "off",
};
