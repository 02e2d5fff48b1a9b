import { html } from "hono/html";
import type { Html } from "settled/http";
import type { Disposition } from "../drift/disposition.ts";
import type { Severity } from "../drift/severity.ts";
import type { EnvironmentReview } from "../review/review.ts";
import type { CoverageStatus, EnvironmentSnapshot, SnapshotItem } from "../snapshot/snapshot.ts";
import type { ManagedEnvironment } from "../store/environment.ts";

/** Where something stands: glyph, word and colour say the same, so none of them is needed to read it. */
interface Mark {
  readonly glyph: string;
  readonly label: string;
  /** A class of the library's style that bears the colour. */
  readonly colour:
    | "succeeded"
    | "partially_succeeded"
    | "attention_required"
    | "failed"
    | "unknown";
}

const GOOD = { glyph: "✓", colour: "succeeded" } as const;
const PART = { glyph: "±", colour: "partially_succeeded" } as const;
const CARE = { glyph: "!", colour: "attention_required" } as const;
const BAD = { glyph: "✗", colour: "failed" } as const;
const OFF = { glyph: "–", colour: "unknown" } as const;

const COVERAGE: Readonly<Record<CoverageStatus, Mark>> = {
  complete: { ...GOOD, label: "Complete" },
  partial: { ...PART, label: "In part" },
  failed: { ...BAD, label: "Not read" },
  unlicensed: { ...OFF, label: "No licence" },
  unsupported: { ...OFF, label: "Not supported" },
  excluded: { ...OFF, label: "Left out" },
};

const REVIEW: Readonly<Record<EnvironmentReview["status"], Mark>> = {
  draft: { ...CARE, label: "Draft" },
  current: { ...GOOD, label: "Current" },
  superseded: { ...OFF, label: "Replaced" },
  withdrawn: { ...CARE, label: "Withdrawn" },
  invalid: { ...BAD, label: "Invalid" },
};

const ITEM: Readonly<Record<SnapshotItem["state"], Mark>> = {
  ok: { ...GOOD, label: "Read whole" },
  unreadable: { ...BAD, label: "Unreadable" },
  incomplete: { ...PART, label: "Incomplete" },
  ambiguous: { ...CARE, label: "Ambiguous" },
};

const SNAPSHOT: Readonly<Record<EnvironmentSnapshot["state"], Mark>> = {
  building: { ...OFF, label: "Being built" },
  sealed: { ...GOOD, label: "Sealed" },
  failed: { ...BAD, label: "Failed" },
};

const ENVIRONMENT: Readonly<Record<ManagedEnvironment["state"], Mark>> = {
  active: { ...GOOD, label: "Active" },
  suspended: { ...CARE, label: "Suspended" },
  archived: { ...OFF, label: "Archived" },
};

export const SEVERITY_LABELS: Readonly<Record<Severity, string>> = {
  high: "High",
  medium: "Medium",
  low: "Low",
  info: "For information",
};

const SEVERITY_LOOKS: Readonly<Record<Severity, Omit<Mark, "label">>> = {
  high: { glyph: "▲", colour: "failed" },
  medium: { glyph: "◆", colour: "attention_required" },
  low: { glyph: "▽", colour: "partially_succeeded" },
  info: { glyph: "i", colour: "unknown" },
};

const DISPOSITIONS: Readonly<Record<Disposition | "new", Mark>> = {
  new: { ...OFF, label: "None yet" },
  accepted: { ...GOOD, label: "Accepted" },
  customer_specific: { ...GOOD, label: "Customer-specific" },
  to_fix: { ...PART, label: "To be mended" },
  resolved: { ...CARE, label: "Mended, and here again" },
};

export function coverageLabel(status: CoverageStatus): string {
  return COVERAGE[status].label;
}

export const coverageMark = (status: CoverageStatus): Html => asHtml(COVERAGE[status]);
export const reviewMark = (status: EnvironmentReview["status"]): Html => asHtml(REVIEW[status]);
export const itemMark = (state: SnapshotItem["state"]): Html => asHtml(ITEM[state]);
export const snapshotMark = (state: EnvironmentSnapshot["state"]): Html => asHtml(SNAPSHOT[state]);
export const severityMark = (severity: Severity): Html =>
  asHtml({ ...SEVERITY_LOOKS[severity], label: SEVERITY_LABELS[severity] });
export const dispositionMark = (disposition: Disposition | "new"): Html =>
  asHtml(DISPOSITIONS[disposition]);
export const environmentMark = (state: ManagedEnvironment["state"]): Html =>
  asHtml(ENVIRONMENT[state]);

/** Whether everything that was found is covered. */
export function verdictMark(isComplete: boolean): Html {
  return asHtml(
    isComplete
      ? { ...GOOD, label: "Covered completely" }
      : { ...PART, label: "Not everything assessed" },
  );
}

function asHtml({ glyph, label, colour }: Mark): Html {
  return html`<span class="mark ${colour}"><i aria-hidden="true">${glyph}</i>${label}</span>`;
}
