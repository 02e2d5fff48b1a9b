import type { ReviewDocument } from "./review-document.ts";

type Judged = Pick<
  ReviewDocument,
  "coverage" | "findings" | "conflicts" | "unprotecting" | "doubtful" | "open_by_severity"
>;

/** What to do about what the review says, the most urgent first; nothing is said twice. */
export function nextSteps(review: Judged): readonly string[] {
  return [...new Set([...forFindings(review), ...forGaps(review), ...forTheRest(review)])];
}

function forFindings({ findings, open_by_severity: open }: Judged): readonly string[] {
  const weakened = findings.filter((line) => line.weakened).length;
  const others = open.medium + open.low + open.info;
  return [
    ...(open.high > 0
      ? [`Mend or decide the open deviations of high severity first (${open.high}).`]
      : []),
    ...(weakened > 0 ? [`Check the protections that became less strict (${weakened}).`] : []),
    ...(others > 0 ? [`Go through the other open deviations (${others}).`] : []),
  ];
}

function forGaps({ coverage, doubtful }: Judged): readonly string[] {
  const steps = coverage
    .filter(({ status }) => status !== "complete")
    .map((line) => line.next_step);
  const ambiguous = doubtful.filter(({ state }) => state === "ambiguous").length;
  return [
    ...steps.filter((step) => step !== "" && !step.startsWith("Nothing to do")),
    ...(ambiguous > 0
      ? [`Give the objects that nothing tells apart different names or ids (${ambiguous}).`]
      : []),
  ];
}

function forTheRest({ conflicts, unprotecting }: Judged): readonly string[] {
  return [
    ...(conflicts.length > 0
      ? [`Decide which value applies where two policies differ (${conflicts.length}).`]
      : []),
    ...(unprotecting.length > 0
      ? [`Assign, enforce or remove the policies that protect nobody (${unprotecting.length}).`]
      : []),
  ];
}
