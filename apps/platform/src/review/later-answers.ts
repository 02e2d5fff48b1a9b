import type { ChangeLine, ChangesSince } from "./changes-since.ts";
import { GOLDEN_QUESTIONS } from "./golden-questions.ts";
import type { GoldenAnswer, ReviewDocument } from "./review-document.ts";
import type { EnvironmentReview } from "./review.ts";

/** One restore that touched the environment, as its run tells it. */
export interface RestoreLine {
  readonly run_id: string;
  readonly title: string;
  readonly sentence: string;
  readonly started_at: string;
  readonly is_done: boolean;
}

/** When a review was true, and where it stands. */
export interface ReviewPlace {
  /** ISO 8601. */
  readonly as_of: string;
  readonly sequence: number;
  readonly status: EnvironmentReview["status"];
}

/** What changed since the review that this one replaced. */
export type SinceLast =
  | { readonly kind: "first" }
  /** The predecessor, or one of the two snapshots, is not what its hash says. */
  | { readonly kind: "unknown"; readonly predecessor: ChangesSince["predecessor"] }
  | ({
      readonly kind: "compared";
      /** False where one of the two could not be read as a whole: what changed unseen is not known. */
      readonly all_read: boolean;
      /** By their ids, as the two snapshots name them; of both, the later name. */
      readonly group_names: Readonly<Record<string, string>>;
    } & ChangesSince);

/** All ten answers in their order: eight of the document, the first with its place, and two of what was recorded beside and after it. */
export function allAnswers(
  document: ReviewDocument,
  later: {
    readonly since: SinceLast;
    readonly restores: readonly RestoreLine[];
    readonly place: ReviewPlace;
  },
): readonly GoldenAnswer[] {
  const derived: readonly GoldenAnswer[] = [
    {
      number: 4,
      question: GOLDEN_QUESTIONS[4],
      answer: whatChanged(later.since, document.baseline !== null),
      evidence: [],
    },
    {
      number: 9,
      question: GOLDEN_QUESTIONS[9],
      answer: whatWasRestored(later.restores),
      evidence: [],
    },
  ];
  const own = document.golden.map((line) =>
    line.number === 1 ? { ...line, answer: `${line.answer} ${placeWords(later.place)}` } : line,
  );
  return [...own, ...derived].sort((a, b) => a.number - b.number);
}

/** A document tells no moment and no place in a lineage: both are columns of its review. */
function placeWords({ as_of: asOf, sequence, status }: ReviewPlace): string {
  const when = asOf.slice(0, 16).replace("T", " ");
  const place = PLACES[status];
  return `As of ${when} UTC; review no. ${sequence}, ${place}.`;
}

const PLACES: Readonly<Record<EnvironmentReview["status"], string>> = {
  draft: "not finished yet",
  current: "the newest of its lineage",
  superseded: "which a newer one has replaced",
  withdrawn: "which was taken back",
  invalid: "which is not to be trusted",
};

/** Said wherever a difference is told of which something could not be seen. */
export const NOT_ALL_READ =
  "Not everything could be read both times; what changed there is not known.";

/** Nothing seen is not nothing. */
export function nothingChanged({ all_read: allRead }: { readonly all_read: boolean }): string {
  return allRead ? "Nothing changed" : "No change was seen";
}

const LOST: ReadonlySet<ChangeLine["kind"]> = new Set(["policy_removed", "setting_removed"]);
const KEPT: ReadonlySet<ChangeLine["kind"]> = new Set([
  "policy_renamed",
  "policy_recreated",
  "setting_moved",
]);

function whatChanged(since: SinceLast, hasBaseline: boolean): string {
  if (since.kind === "first")
    return "It is the first review of its lineage, so there is nothing to compare with.";
  const { sequence } = since.predecessor;
  if (since.kind === "unknown") {
    return `Not known: review ${sequence} or one of the two snapshots is not what its hash says any more.`;
  }
  const { changes } = since;
  const open = hasBaseline
    ? ` Open deviations: ${since.open_findings_before} then, ${since.open_findings_now} now.`
    : "";
  const unseen = since.all_read ? "" : ` ${NOT_ALL_READ}`;
  if (changes.length === 0) {
    return `${nothingChanged(since)} since review ${sequence}.${unseen}${open}`;
  }
  const count = (kinds: ReadonlySet<ChangeLine["kind"]>) =>
    changes.filter(({ kind }) => kinds.has(kind)).length;
  return `${changes.length} changes since review ${sequence}: ${count(KEPT)} moved, renamed or made anew with the same content, ${count(LOST)} gone.${unseen}${open}`;
}

function whatWasRestored(restores: readonly RestoreLine[]): string {
  const [last] = restores;
  if (last === undefined) return "No restore of this environment is recorded.";
  const when = last.started_at.slice(0, 16).replace("T", " ");
  const now = last.is_done
    ? "Whether the tenant is as intended since then, the next snapshot shows."
    : "It has not ended yet.";
  return `${when} UTC: ${last.title}. ${last.sentence} ${now}`;
}
