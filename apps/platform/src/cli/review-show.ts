import { changeWords } from "../review/change-words.ts";
import { periodWords } from "../review/period-words.ts";
import { notShownWords, statusMeaning } from "../review/status-words.ts";
import type { Platform } from "../platform.ts";
import { nothingChanged, NOT_ALL_READ, type SinceLast } from "../review/later-answers.ts";
import type { FindingLine, ReviewDocument } from "../review/review-document.ts";
import { type FoundReview, gatherReview } from "../server/gather-review.ts";
import { reviewJson } from "../server/platform-json.ts";
import { listReviews } from "../store/review-store.ts";
import { type EnvironmentScope, findScope, type ScopeOptions } from "./find-scope.ts";
import { noSuchReview } from "./no-such-review.ts";
import { writeAnswer } from "./write-output.ts";

/** A terminal shows as many; the JSON holds them all. */
const ROWS_MAX = 40;
const CHANGES_MAX = 15;

/** One review: verdict, figures, open deviations from the worst on, what nobody knows, and what changed. */
export async function showFromTerminal(
  platform: Platform,
  options: ScopeOptions,
  asked: string | undefined,
): Promise<void> {
  const scope = await findScope(platform, options);
  const id = asked ?? (await newestCurrent(platform, scope));
  const sources = { on: platform.database, settled: platform.settled };
  const found = id === null ? null : await gatherReview(sources, scope, id);
  if (found === null) throw noSuchReview(options);
  const { content } = found;
  const open = content.kind === "intact" ? content.document.findings : [];
  writeAnswer(options.output, {
    json: reviewJson(found),
    columns: [
      { title: "SEVERITY" },
      { title: "POLICY", widthMin: 16 },
      { title: "OPEN DEVIATION", widthMin: 30 },
    ],
    rows: open.slice(0, ROWS_MAX).map((line) => [line.severity, line.policy, line.sentence]),
    notes: notesOf(found),
  });
}

async function newestCurrent(platform: Platform, scope: EnvironmentScope): Promise<string | null> {
  const reviews = await listReviews(platform.database, scope);
  const current = reviews.filter(({ status }) => status === "current");
  return current.toSorted((a, b) => b.asOf.getTime() - a.asOf.getTime())[0]?.reviewId ?? null;
}

function notesOf({ review, content, retraction }: FoundReview): readonly string[] {
  const head = `Review no. ${review.sequence}, ${periodWords(review.periodKey)}, as of ${review.asOf.toISOString()}. ${statusMeaning(review.status)}`;
  if (content.kind !== "intact") {
    const { title, meaning, nextStep } = notShownWords(content.kind, review.status);
    const why = retraction === null ? [] : [`By ${retraction.actor}: “${retraction.reason}”`];
    return [head, title, meaning, ...why, nextStep];
  }
  const { document, later } = content;
  return [
    ...beyond(document.findings.length, ROWS_MAX),
    head,
    document.verdict.text,
    tilesWords(document),
    ...section("Could not be assessed:", sentencesOf(document.not_assessed)),
    ...section("Contradictions:", sentencesOf(document.conflicts)),
    ...sinceWords(later.since),
    ...section("Next steps:", document.next_steps),
  ];
}

function tilesWords({ tiles, baseline }: ReviewDocument): string {
  const { policies_checked: checked, aligned, open_high: high, not_assessed: unknown } = tiles;
  return baseline === null
    ? `${checked} objects read whole, ${unknown} not assessed; compared with no baseline`
    : `${checked} policies compared, ${aligned} as expected, ${high} open deviations of high severity, ${unknown} not assessed`;
}

function sentencesOf(lines: readonly FindingLine[]): readonly string[] {
  return lines.map(({ sentence }) => sentence);
}

function sinceWords(since: SinceLast): readonly string[] {
  if (since.kind === "first") return ["It is the first review of its lineage."];
  const { sequence } = since.predecessor;
  if (since.kind === "unknown") return [`What changed since review no. ${sequence} is not known.`];
  const unseen = since.all_read ? [] : [NOT_ALL_READ];
  if (since.changes.length === 0) {
    return [`${nothingChanged(since)} since review no. ${sequence}.`, ...unseen];
  }
  const lines = since.changes.map(
    (change) => `${change.policy}: ${changeWords(change, since.group_names)}`,
  );
  return [...section(`Since review no. ${sequence} (${lines.length} changes):`, lines), ...unseen];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, CHANGES_MAX).map((line) => `  ${line}`);
  return [title, ...shown, ...beyond(lines.length, CHANGES_MAX)];
}

function beyond(count: number, shown: number): readonly string[] {
  return count > shown ? [`  … and ${count - shown} more: see the page, or -o json`] : [];
}
