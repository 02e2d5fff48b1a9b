import type { Platform } from "../platform.ts";
import { type RetractionAnswer, retractReview } from "../review/retract-review.ts";
import { REVIEW_ARTIFACT_TYPE } from "../review/review-artifact.ts";
import { joinedTransaction } from "../store/joined-transaction.ts";
import type { ReviewRetraction } from "../store/review-retraction-store.ts";
import { isRunId } from "settled";
import { EXIT } from "./exit-code.ts";
import { findScope, type ScopeOptions } from "./find-scope.ts";
import { noSuchReview } from "./no-such-review.ts";
import { recordFromTerminal } from "./record-from-terminal.ts";
import { personAtTerminal } from "./start-and-follow.ts";
import { CommandFault } from "./terminal.ts";
import { writeAnswer } from "./write-output.ts";

export interface RetractOptions extends ScopeOptions {
  readonly reason: string;
}

const REASON_CHARACTERS_MAX = 2_000;

/** Takes a review back, in the name of who sits at the terminal. */
export async function retractFromTerminal(
  platform: Platform,
  options: RetractOptions & {
    readonly id: string;
    readonly became: ReviewRetraction["became"];
  },
): Promise<void> {
  const reason = options.reason.trim();
  if (reason === "" || reason.length > REASON_CHARACTERS_MAX || reason.includes("\0")) {
    throw new CommandFault(
      `Give a reason of 1 to ${REASON_CHARACTERS_MAX} characters.`,
      EXIT.usage,
    );
  }
  const { id: reviewId, became } = options;
  const scope = await findScope(platform, options);
  if (!isRunId(reviewId)) throw noSuchReview(options);
  const actor = personAtTerminal().name;
  const answer = await platform.database.transaction(async (tx) => {
    const input = { reviewId, became, actor, reason };
    const done = await retractReview(joinedTransaction(tx), scope, input);
    if (done.kind === "refused") return done;
    const { sequence, periodKey } = done.review;
    const target = {
      type: REVIEW_ARTIFACT_TYPE,
      id: reviewId,
      name: `No. ${sequence}, ${periodKey}`,
    };
    const action = became === "withdrawn" ? "review.withdraw" : "review.invalidate";
    await recordFromTerminal(platform, tx, { scope, action, target, reason });
    return done;
  });
  if (answer.kind === "refused" && answer.because === "not_found") throw noSuchReview(options);
  if (answer.kind === "refused") throw new CommandFault("The review was taken back already.");
  writeAnswer(options.output, {
    json: {
      review_id: reviewId,
      became,
      actor,
      reason,
      current_again_id: answer.currentAgain?.reviewId ?? null,
    },
    columns: [],
    rows: [],
    notes: notesOf(answer, became),
  });
}

function notesOf(
  { review, currentAgain }: Extract<RetractionAnswer, { kind: "retracted" }>,
  became: ReviewRetraction["became"],
): readonly string[] {
  const done =
    became === "withdrawn"
      ? `Review no. ${review.sequence} is withdrawn.`
      : `Review no. ${review.sequence} is marked as invalid.`;
  return [
    done,
    currentAgain === null
      ? "No other review became the newest by that."
      : `Review no. ${currentAgain.sequence} is the newest of its lineage again.`,
  ];
}
