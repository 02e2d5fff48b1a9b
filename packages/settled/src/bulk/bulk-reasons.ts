import type { ReasonCopy } from "../catalog/operation-definition.ts";

export const BULK_REASONS: Readonly<Record<string, ReasonCopy>> = {
  all_taken: {
    title: "The action was taken on every run",
    meaning: "Each of the runs was as it had been when this was decided.",
    nextStep: "Nothing to do.",
  },
  some_refused: {
    title: "The action was taken on some of the runs",
    meaning: "Others had changed meanwhile, or could not be acted on; the counts say how many.",
    nextStep: "List the runs again, and decide anew about those that are left.",
  },
  stopped_part_way: {
    title: "The action was stopped part-way",
    meaning: "It was taken on some of the runs, and the others were left as they were.",
    nextStep: "List the runs again, and take the action on those that are left.",
  },
  none_taken: {
    title: "The action was taken on no run",
    meaning:
      "All of them had changed meanwhile, or could not be acted on; the counts say how many.",
    nextStep: "List the runs again, and decide anew.",
  },
};
