/** One filter of the search grammar: what it is called, what it takes, and which parameter of the API it becomes. */
export interface SearchKey {
  readonly name: string;
  readonly parameter: string;
  /** Every value there is; null = anything that `takes` describes. */
  readonly values: readonly string[] | null;
  readonly takes: string;
  /** Values that are offered, with what each means where its word does not say it. */
  readonly offered: readonly OfferedValue[];
  readonly several: boolean;
  /** Whether a value is one that the API can read. */
  accepts(value: string): boolean;
}

export interface OfferedValue {
  readonly value: string;
  readonly words: string;
}

export const OUTCOMES = [
  "succeeded",
  "partially_succeeded",
  "blocked",
  "attention_required",
  "failed",
  "cancelled",
] as const;
export const STATUSES = ["queued", "running", "completed"] as const;

const DAY_OR_MOMENT =
  /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;
const CODE = /^[a-z][a-z0-9_]{0,127}$/;
const TYPE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;
const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;
const RUN_ID = /^[0-9a-f-]{1,36}$/i;

export interface SearchWords {
  /** Operation types that this server knows. */
  readonly types: readonly OfferedValue[];
  readonly environments: readonly OfferedValue[];
  /** Reasons that runs can have. */
  readonly reasons: readonly OfferedValue[];
}

/** The grammar: `outcome: status: type: env: by: since: until: reason: reconciled: id:`. */
export function searchKeys({ types, environments, reasons }: SearchWords): readonly SearchKey[] {
  return [
    closed("outcome", "outcome", OUTCOMES),
    closed("status", "status", STATUSES),
    { ...open("type", "type", "an operation", TYPE), ...among(types), several: true },
    { ...open("env", "environment", "an environment", ID), ...among(environments), several: true },
    open("by", "initiator", "the id of who asked for it", /^\S{1,512}$/),
    open(
      "since",
      "since",
      "a day in UTC such as 2026-05-24, or a moment with its zone",
      DAY_OR_MOMENT,
    ),
    open(
      "until",
      "until",
      "a day in UTC such as 2026-05-24, or a moment with its zone",
      DAY_OR_MOMENT,
    ),
    {
      ...open("reason", "reason", "a reason such as never_started", CODE),
      offered: reasons,
      several: true,
    },
    { ...closed("reconciled", "reconciled", ["true", "false"]), several: false },
    open("id", "q", "the beginning of a run's id", RUN_ID),
  ];
}

function closed(name: string, parameter: string, values: readonly string[]): SearchKey {
  return {
    name,
    parameter,
    values,
    takes: values.join(", "),
    offered: values.map((value) => ({ value, words: "" })),
    several: true,
    accepts: (value) => values.includes(value),
  };
}

function open(name: string, parameter: string, takes: string, pattern: RegExp): SearchKey {
  return {
    name,
    parameter,
    values: null,
    takes,
    offered: [],
    several: false,
    accepts: (value) => pattern.test(value),
  };
}

/** Values that are known, so that a minus can turn them around; another one may be asked for all the same. */
function among(offered: readonly OfferedValue[]): Pick<SearchKey, "values" | "offered"> {
  return { values: offered.map(({ value }) => value), offered };
}
