import { gapLabels } from "./review-figures.ts";
import type { ReviewDocument } from "./review-document.ts";

type Judged = Pick<
  ReviewDocument,
  "baseline" | "totals" | "tiles" | "coverage" | "findings" | "conflicts" | "accepted"
>;

/** The one paragraph that stands for the whole review: what stands, what differs, and what nobody knows. */
export function verdictText(review: Judged): string {
  return [alignment(review), deviations(review), contradictions(review), reading(review)]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function alignment({ baseline, tiles }: Judged): string {
  if (baseline === null) return "Nothing was expected: this review states what is there.";
  const total = tiles.policies_checked + tiles.not_assessed;
  const notAssessed =
    tiles.not_assessed === 0
      ? "All of them could be assessed."
      : `${tiles.not_assessed} could not be assessed.`;
  return `${tiles.aligned} of ${countOf(total, "policy", "policies")} are as the baseline “${baseline.name}”, version ${baseline.version}, expects. ${notAssessed}`;
}

function deviations({ baseline, findings, accepted, tiles }: Judged): string {
  if (baseline === null) return "";
  const open =
    findings.length === 0
      ? "No deviation is open"
      : `${countOf(findings.length, "deviation is", "deviations are")} open, ${tiles.open_high} of high severity`;
  return accepted.length === 0 ? `${open}.` : `${open}; ${accepted.length} accepted.`;
}

function contradictions({ conflicts }: Judged): string {
  if (conflicts.length === 0) return "";
  return `${countOf(conflicts.length, "contradiction", "contradictions")} between policies.`;
}

function reading({ totals, coverage }: Judged): string {
  const read = `${totals.read_whole} of ${totals.items} objects were read whole.`;
  const gaps = gapLabels(coverage);
  if (gaps.length === 0) return `${read} Every type that was found is covered completely.`;
  return `${read} Not assessed completely: ${gaps.join(", ")}.`;
}

function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
