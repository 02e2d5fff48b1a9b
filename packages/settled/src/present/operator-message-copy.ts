import type { SettledErrorCode } from "../run/settled-error.ts";

/** What a person reads in place of an error. */
export interface OperatorMessage {
  readonly title: string;
  readonly detail: string;
  readonly nextStep: string;
}

const CORRECT_AND_REPEAT = "Correct it and try again.";
const FOR_OPERATORS = "Whoever runs this platform should look at its log.";

/** What an operator reads for each code of the library. */
export const OPERATOR_MESSAGES: Readonly<Record<SettledErrorCode, OperatorMessage>> = {
  invalid_run_id: {
    title: "That is not the id of a run",
    detail: "The id of a run is a UUID in lower-case letters.",
    nextStep: "Copy the id from the list of runs and try again.",
  },
  invalid_scope: {
    title: "That is not the id of a workspace or environment",
    detail: "Such an id has 1 to 128 letters, digits, dots, dashes or underscores.",
    nextStep: CORRECT_AND_REPEAT,
  },
  invalid_identity: {
    title: "The operation gave no usable identity",
    detail: "What makes two starts the same work could not be written down.",
    nextStep: "Whoever builds this operation should correct its identity.",
  },
  invalid_cursor: {
    title: "That page cannot be found",
    detail: "The place in the list that was asked for cannot be read.",
    nextStep: "Go back to the first page of the list.",
  },
  invalid_artifact: {
    title: "That does not name a result",
    detail: "A result is named by its type and its id.",
    nextStep: CORRECT_AND_REPEAT,
  },
  invalid_definition: {
    title: "An operation is not declared correctly",
    detail: "The program did not start with an operation that it could not tell about truthfully.",
    nextStep: "Whoever builds this operation should correct its declaration.",
  },
  invalid_configuration: {
    title: "The configuration is not correct",
    detail: "A setting is missing, or its value cannot be used.",
    nextStep: "Correct the configuration and start the program again.",
  },
  value_not_storable: {
    title: "What was sent cannot be kept",
    detail: "It is too large, too deeply nested, or no plain JSON.",
    nextStep: "Send less, or name a file in its place, and try again.",
  },
  run_fenced: {
    title: "Another worker has taken this run over",
    detail: "What this worker reported was not written, because the run is no longer its own.",
    nextStep: "Nothing needs to be done; the run shows what became of it.",
  },
  correlation_refused: {
    title: "A job does not belong to the run that it names",
    detail: "The job was not carried out, and no run was changed.",
    nextStep: FOR_OPERATORS,
  },
  handler_failed: {
    title: "The worker stopped on an error",
    detail: "The run is settled by what it has produced, not by the error.",
    nextStep: "Look at the run: it says what was established and what to do.",
  },
  database_unavailable: {
    title: "The database cannot be reached",
    detail: "Nothing was changed by this call as far as can be told.",
    nextStep: "Wait a moment, look at the current state, and try again.",
  },
  database_too_new: {
    title: "The database is newer than this program",
    detail: "The program stopped, so that it does not write in a way that is out of date.",
    nextStep: "Install the release that the database was upgraded for.",
  },
  database_not_migrated: {
    title: "The database is not prepared for this program",
    detail: "Tables or columns that this release needs are missing.",
    nextStep: "Run `settled migrate`, then start the program again.",
  },
  migration_changed: {
    title: "A migration is not the one that was applied",
    detail: "A step that the database has taken reads differently in this program.",
    nextStep: "Install an unchanged release; do not edit migrations that were applied.",
  },
  permission_missing: {
    title: "The database account lacks a permission",
    detail: "The account that the program uses may not do what it must.",
    nextStep: "Run `settled doctor`: it names the permission that is missing.",
  },
  write_conflict: {
    title: "Somebody else was faster",
    detail: "The run was changed since you looked at it, so nothing was written.",
    nextStep: "Look at the run as it is now, then decide again.",
  },
  engine_unavailable: {
    title: "The queue cannot be reached",
    detail: "What was accepted stays recorded and is handed over once the queue answers.",
    nextStep: "Check that the queue is running; there is no need to start anything again.",
  },
  truth_violated: {
    title: "A look at the truth left its limits",
    detail: "A check tried to write, or to read outside of its workspace, and was stopped.",
    nextStep: "Whoever builds this operation should correct its check.",
  },
  truth_timed_out: {
    title: "A look at the truth took too long",
    detail: "The check was stopped at its time limit; nothing was decided by it.",
    nextStep: "Try again in a moment.",
  },
  search_too_wide: {
    title: "The search was too wide",
    detail: "It would have had to look at too many runs, so it was stopped after 2 seconds.",
    nextStep: "Narrow it: name more of a word, an environment, or a time.",
  },
  internal: {
    title: "Something went wrong inside",
    detail: "The program met a fault that it has no words for; the log holds the detail.",
    nextStep: `Try again. If it happens again: ${FOR_OPERATORS.charAt(0).toLowerCase()}${FOR_OPERATORS.slice(1)}`,
  },
};
