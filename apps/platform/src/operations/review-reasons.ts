/** Why a composition ended as it did, for its readers. */
export const REVIEW_REASONS = {
  review_composed: {
    title: "The review was composed",
    meaning: "The review is complete and stands in its lineage.",
    nextStep: "Open the review.",
  },
  equivalent_exists: {
    title: "The same review already existed",
    meaning: "A review with the same content already existed; this run points to it.",
    nextStep: "Open the review.",
  },
  review_superseded: {
    title: "The review was composed and replaced since",
    meaning: "The review that this run composed is complete; a newer one has replaced it.",
    nextStep: "Open the newest review of the environment.",
  },
  review_withdrawn: {
    title: "The review was composed and withdrawn since",
    meaning: "The review that answers this run stood once; somebody withdrew it.",
    nextStep: "Nothing to do, unless it was withdrawn by mistake.",
  },
  review_invalid: {
    title: "The review was marked as invalid",
    meaning:
      "The review that this run composed must not be trusted: somebody marked it as invalid.",
    nextStep: "Read why in the review, then compose it again.",
  },
  coverage_partial: {
    title: "The review was composed, with parts not assessed",
    meaning: "The review is valid and says which types or objects could not be assessed, and why.",
    nextStep: "Open the review and read its coverage before using it.",
  },
  document_incomplete: {
    title: "The review is incomplete",
    meaning: "A review exists, but some of its figures lack their evidence.",
    nextStep: "Compose the review again for the same period.",
  },
  document_untrustworthy: {
    title: "The review cannot be trusted",
    meaning: "A review exists, but its document is gone or was changed after it was composed.",
    nextStep: "Mark the review as invalid and compose it again; find out who changed the store.",
  },
  document_differs: {
    title: "The same inputs gave another document",
    meaning:
      "A review of exactly these inputs exists, but its document differs from the one that was composed now. Nobody can say which of them is true.",
    nextStep: "Keep both and report it: the same inputs must always give the same document.",
  },
  snapshot_missing: {
    title: "There is no snapshot to compose from",
    meaning: "The environment has no sealed snapshot of that name, so nothing was composed.",
    nextStep: "Capture a snapshot, then compose again.",
  },
  baseline_not_released: {
    title: "The baseline has no released version",
    meaning:
      "The workspace has no released version of the baseline that was asked for, so nothing was composed.",
    nextStep: "Release a version of the baseline, or name another one; then compose again.",
  },
  coverage_below_policy: {
    title: "Too little could be read to compose a review",
    meaning:
      "Nothing was read of any type that the review is about, so it could state nothing. Nothing is known to be gone.",
    nextStep: "Mend the export or the access, capture a new snapshot, then compose again.",
  },
  newer_head_exists: {
    title: "A newer review stands already",
    meaning:
      "While this one was being composed, a review of later inputs took its place in the lineage.",
    nextStep: "Open the newest review; compose again only if it does not answer the question.",
  },
  lineage_contended: {
    title: "Other reviews kept taking the place",
    meaning: "Other reviews of this environment were being kept at the same time, again and again.",
    nextStep: "Compose again when they are done.",
  },
  rules_changed: {
    title: "The rules changed before the review was composed",
    meaning:
      "The inputs were frozen under the rules of another release, so nothing was composed from them.",
    nextStep: "Compose again: the inputs are then frozen under the rules of this release.",
  },
} as const;
