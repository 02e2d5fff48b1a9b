import { type Command, InvalidArgumentError, Option } from "commander";
import type { RunListFilter } from "../client/answers.ts";
import { readMoment } from "./moment.ts";
import {
  RUN_OUTCOMES,
  RUN_STATUSES,
  type RunOutcome,
  type RunStatus,
} from "../run/operation-run.ts";
import { isSearch, SEARCH_CHARS_MAX, SEARCH_WORDS_MAX } from "../run/search-words.ts";
import { oneOf, severalOf } from "./global-options.ts";

/** What narrows a list of runs: the same for lists, exports and actions on many. */
export interface FilterOptions {
  readonly status?: readonly RunStatus[];
  readonly outcome?: readonly RunOutcome[];
  readonly type?: readonly string[];
  readonly environment?: readonly string[];
  readonly initiator?: string;
  readonly endedBecause?: readonly string[];
  readonly since?: Date;
  readonly until?: Date;
  readonly q?: string;
  readonly reconciled?: boolean;
  readonly needsPerson?: boolean;
}

const BOOLEANS = ["true", "false"] as const;

/** `--reason` where nothing is done: there it is the code that a run ended with. */
export function addFilterOptions(
  command: Command,
  reasonFlag: "--reason" | "--ended-because",
): Command {
  return command
    .option("--status <word>", `one of: ${RUN_STATUSES.join(", ")}`, oneOf(RUN_STATUSES))
    .option("--outcome <word>", `one of: ${RUN_OUTCOMES.join(", ")}`, oneOf(RUN_OUTCOMES))
    .option("--type <operation>", "an operation type", severalOf)
    .option("--environment <id>", "an environment", severalOf)
    .option("--initiator <id>", "the id of who asked for the run")
    .option(`${reasonFlag} <code>`, "a reason code, such as never_started", severalOf)
    .option(
      "--since <moment>",
      "asked for then or later: a day in UTC, or a moment with its zone",
      momentOf,
    )
    .option("--until <moment>", "asked for before then", momentOf)
    .option("--q <words>", "the beginnings of words: of an id, artifact, name or reason", searchOf)
    .addOption(yesOrNo("--reconciled <answer>", "whether a look at the truth has settled it"))
    .addOption(yesOrNo("--needs-person <answer>", "whether it needs a person"))
    .addHelpText("after", "\nFilters of words and ids may be given more than once.");
}

/** The options as a desk takes them. */
export function filterOf(given: FilterOptions): RunListFilter {
  const { status, outcome, type, environment, initiator, endedBecause: reason } = given;
  const { since, until, q, reconciled, needsPerson } = given;
  return {
    ...(status === undefined ? {} : { status }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(type === undefined ? {} : { type }),
    ...(environment === undefined ? {} : { environment }),
    ...(initiator === undefined ? {} : { initiator }),
    ...(reason === undefined ? {} : { reason }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(q === undefined ? {} : { q }),
    ...(reconciled === undefined ? {} : { reconciled }),
    ...(needsPerson === undefined ? {} : { needs_person: needsPerson }),
  };
}

function yesOrNo(flags: string, words: string): Option {
  return new Option(flags, words).argParser((given: string) => {
    const answer = BOOLEANS.find((word) => word === given);
    if (answer !== undefined) return answer === "true";
    throw new InvalidArgumentError("It is true or false.");
  });
}

function momentOf(given: string): Date {
  const moment = readMoment(given);
  if (moment !== null) return moment;
  throw new InvalidArgumentError("It is a day (2026-05-24) or a moment (2026-05-24T14:05:00Z).");
}

function searchOf(given: string): string {
  if (isSearch(given)) return given;
  throw new InvalidArgumentError(
    `It is 1 to ${SEARCH_WORDS_MAX} words in at most ${SEARCH_CHARS_MAX} characters.`,
  );
}
