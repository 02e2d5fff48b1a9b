import type { EnvironmentReview } from "./review.ts";

const STATUS_MEANINGS: Readonly<Record<EnvironmentReview["status"], string>> = {
  draft: "It is not finished. Nobody should rely on it yet.",
  current: "It is the newest review of its lineage.",
  superseded: "A newer review has replaced it. It still tells how things stood at its own moment.",
  withdrawn: "It stood once and was taken back. Nobody should rely on it.",
  invalid: "It was marked as not to be trusted. Nobody should rely on it.",
};

/** What the status of a review means to its reader. */
export function statusMeaning(status: EnvironmentReview["status"]): string {
  return STATUS_MEANINGS[status];
}

export interface NotShown {
  readonly title: string;
  readonly meaning: string;
  readonly nextStep: string;
}

/** Why the content of a review is not shown, and what to do about it. */
export function notShownWords(
  kind: "untrustworthy" | "withheld",
  status: EnvironmentReview["status"],
): NotShown {
  if (kind === "untrustworthy") {
    return {
      title: "This review cannot be trusted",
      meaning:
        "Its document is gone, or does not have the hash any more that it was kept under. Nothing of it is shown.",
      nextStep: "Compose the review again, and find out who changed the store.",
    };
  }
  return {
    title: status === "invalid" ? "This review is invalid" : "This review was withdrawn",
    meaning: `${STATUS_MEANINGS[status]} Its content is not shown any more.`,
    nextStep: "Open the newest review of the environment, or compose a new one.",
  };
}
