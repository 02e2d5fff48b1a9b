import type { OperationRun } from "../run/operation-run.ts";

/** What a script may rely on. */
export const EXIT = {
  ok: 0,
  error: 1,
  usage: 2,
  notFound: 3,
  runFailed: 4,
  needsPerson: 5,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** How `show` and `watch` end for a run: a run under way is no failure. */
export function exitCodeOfRun({ outcome }: Pick<OperationRun, "outcome">): ExitCode {
  switch (outcome) {
    case "failed":
    case "cancelled":
      return EXIT.runFailed;
    case "blocked":
    case "attention_required":
      return EXIT.needsPerson;
    case "succeeded":
    case "partially_succeeded":
    case null:
      return EXIT.ok;
  }
}
