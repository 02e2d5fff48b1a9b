import { GOLDEN_QUESTIONS, type GoldenNumber } from "./golden-questions.ts";
import type { FindingLine, GoldenAnswer, ReviewDocument } from "./review-document.ts";

type Answered = Omit<ReviewDocument, "golden">;

/** Of a list, as many are named in an answer; the whole list stands in its section. */
const NAMED_MAX = 3;

/**
 * The eight answers that the document itself gives. What changed since the last review (4) and what a restore wrote
 * (9) are answered from other records when the review is shown.
 */
export function goldenAnswers(document: Answered): readonly GoldenAnswer[] {
  return [
    answer(1, aboutWhat(document), []),
    answer(2, whatWasChecked(document), ["items", "read_whole", "types", "types_complete"]),
    answer(3, whatDiffers(document), ["open_findings", "open_high"]),
    answer(5, whatWasWeakened(document), ["weakened"]),
    answer(6, whatIsAccepted(document), ["accepted_deviations"]),
    answer(7, whatContradicts(document), ["conflicts"]),
    answer(8, whatProtectsNobody(document), ["protect_nobody"]),
    answer(10, whatProves(document), []),
  ];
}

function answer(number: GoldenNumber, text: string, evidence: readonly string[]): GoldenAnswer {
  return { number, question: GOLDEN_QUESTIONS[number], answer: text, evidence };
}

function aboutWhat({ inputs, baseline }: Answered): string {
  const against =
    baseline === null
      ? "compared with no baseline"
      : `compared with “${baseline.name}”, version ${baseline.version} (${baseline.version_hash})`;
  return `Environment ${inputs.environment_id} as its snapshot ${inputs.snapshot_hash} holds it, for the period ${inputs.period_key}, ${against}. The moment, and whether a newer review has replaced this one, stand in its header.`;
}

function whatWasChecked({ totals, coverage, tiles, baseline }: Answered): string {
  const gaps = coverage.filter(({ status }) => status !== "complete");
  const read = `${totals.read_whole} of ${totals.items} objects were read whole, in ${coverage.length} types, ${coverage.length - gaps.length} of them covered completely.`;
  const compared =
    baseline === null
      ? "Nothing was compared."
      : `${tiles.policies_checked} policies were compared, ${tiles.not_assessed} could not be.`;
  const why = gaps.map(({ label, meaning }) => `${label}: ${meaning}`);
  return [read, compared, ...why].join(" ");
}

function whatDiffers({ baseline, findings, open_by_severity: open }: Answered): string {
  if (baseline === null) return "Nothing was expected, so nothing can differ.";
  if (findings.length === 0) return "No open deviation, among what could be assessed.";
  const counts = `${findings.length} open: ${open.high} high, ${open.medium} medium, ${open.low} low, ${open.info} for information.`;
  return `${counts} ${named(findings)}`;
}

function whatWasWeakened({ baseline, findings, accepted }: Answered): string {
  if (baseline === null)
    return "Not known: without a baseline nothing says how strict it should be.";
  const weakened = findings.filter((line) => line.weakened);
  const acceptedToo = accepted.filter((line) => line.weakened).length;
  const alsoAccepted = acceptedToo === 0 ? "" : ` Accepted ones that protect less: ${acceptedToo}.`;
  if (weakened.length === 0) return `No open one, among what could be assessed.${alsoAccepted}`;
  return `${weakened.length}. ${named(weakened)}${alsoAccepted}`;
}

function whatIsAccepted({ accepted }: Answered): string {
  if (accepted.length === 0) return "None.";
  const told = accepted.slice(0, NAMED_MAX).map((line) => {
    const until =
      line.expires_at === null ? "until it is changed" : `until ${line.expires_at.slice(0, 10)}`;
    return `“${line.policy}”, by ${line.decided_by ?? "nobody named"}, ${until}.`;
  });
  return [`${accepted.length}, the one that expires first on top.`, ...told, rest(accepted)]
    .join(" ")
    .trim();
}

function whatContradicts({ conflicts }: Answered): string {
  if (conflicts.length === 0) return "Nowhere, among the policies that could be read.";
  const noun = conflicts.length === 1 ? "contradiction" : "contradictions";
  return `${conflicts.length} ${noun}. ${named(conflicts)}`;
}

function whatProtectsNobody({ unprotecting, inventory }: Answered): string {
  const unknown = inventory.reduce((sum, line) => sum + line.assignment_unknown, 0);
  const notListed =
    unknown === 0
      ? ""
      : ` Of ${unknown} more the export lists no assignments, so that is not known.`;
  if (unprotecting.length === 0) return `None that is known.${notListed}`;
  const count = (because: string) => unprotecting.filter((line) => line.because === because).length;
  return `${unprotecting.length}: ${count("unassigned")} assigned to nobody, ${count("disabled")} switched off, ${count("report_only")} only reporting.${notListed}`;
}

function whatProves({ evidence }: Answered): string {
  return `Each of the ${evidence.length} figures names what was counted and its hash, and each finding the hashes of what it was seen in. The document is hashed again whenever it is shown; a file that was delivered is held against the hashes of its pack.`;
}

function named(lines: readonly FindingLine[]): string {
  const told = lines
    .slice(0, NAMED_MAX)
    .map(({ policy, sentence }) =>
      sentence.includes(`“${policy}”`) ? sentence : `In “${policy}”: ${sentence}`,
    );
  return [...told, rest(lines)].join(" ").trim();
}

function rest(lines: readonly unknown[]): string {
  const more = lines.length - NAMED_MAX;
  return more > 0 ? `And ${more} more.` : "";
}
