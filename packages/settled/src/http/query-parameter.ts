import { PAGE_SIZE_MAX, type RunCursor } from "../ports/run-reader.ts";
import { RUN_OUTCOMES, RUN_STATUSES } from "../run/operation-run.ts";
import { asEnvironmentId } from "../run/scope.ts";
import { isSearch, SEARCH_CHARS_MAX, SEARCH_WORDS_MAX } from "../run/search-words.ts";
import { readCursorText } from "./run-cursor.ts";

/** How one parameter of a query is read, and the words for what it takes. */
export interface QueryParameter<Value> {
  readonly allowed: string;
  /** Null = not allowed. */
  read(text: string): Value | null;
}

const VALUES_MAX = 50;
const TYPE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;
const REASON = /^[a-z][a-z0-9_]{0,127}$/;
const ID = /^[^\p{Cc}]{1,512}$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
]);
const SEQUENCE_MAX = 9_223_372_036_854_775_807n;

/** What narrows a list of runs: the same for lists, pages, exports and actions on many. */
export const FILTER_PARAMETERS = {
  status: wordsOf(RUN_STATUSES),
  outcome: wordsOf(RUN_OUTCOMES),
  type: listOf("operation types such as restore.execute", (text) => matching(TYPE, text)),
  environment: listOf("ids of environments", tryEnvironmentId),
  reason: listOf("reason codes such as never_started", (text) => matching(REASON, text)),
  initiator: { allowed: "the id of who asked for the run", read: (text) => matching(ID, text) },
  since: momentParameter(),
  until: momentParameter(),
  q: {
    allowed: `1 to ${SEARCH_WORDS_MAX} words in at most ${SEARCH_CHARS_MAX} characters, each the beginning of a word`,
    read: (text) => (isSearch(text) ? text : null),
  },
  reconciled: booleanParameter(),
  needs_person: booleanParameter(),
} as const satisfies Readonly<Record<string, QueryParameter<unknown>>>;

export const RUN_PARAMETERS = {
  ...FILTER_PARAMETERS,
  cursor: cursorParameter(),
  limit: limitParameter(),
} as const satisfies Readonly<Record<string, QueryParameter<unknown>>>;

export const LIST_PARAMETERS = {
  ...RUN_PARAMETERS,
  count: { allowed: "capped", read: (text) => (text === "capped" ? text : null) },
} as const satisfies Readonly<Record<string, QueryParameter<unknown>>>;

export const EXPORT_FORMATS = ["csv", "ndjson"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_PARAMETERS = {
  ...FILTER_PARAMETERS,
  cursor: cursorParameter(),
  format: {
    allowed: EXPORT_FORMATS.join(" or "),
    read: (text) => EXPORT_FORMATS.find((format) => format === text) ?? null,
  },
} as const satisfies Readonly<Record<string, QueryParameter<unknown>>>;

export const EVENT_PARAMETERS = {
  after: { allowed: "the sequence of an event: a whole number", read: readSequence },
  limit: limitParameter(),
} as const satisfies Readonly<Record<string, QueryParameter<unknown>>>;

export const RECONCILE_PARAMETERS = {
  dry_run: booleanParameter(),
} as const satisfies Readonly<Record<string, QueryParameter<unknown>>>;

export const WAIT_TIMEOUT_S_MAX = 60;

export const WAIT_PARAMETERS = {
  timeout: {
    allowed: `a whole number of seconds from 0 to ${WAIT_TIMEOUT_S_MAX}`,
    read: (text) =>
      /^\d{1,3}$/.test(text) && Number(text) <= WAIT_TIMEOUT_S_MAX ? Number(text) : null,
  },
} as const satisfies Readonly<Record<string, QueryParameter<unknown>>>;

function wordsOf<Word extends string>(words: readonly Word[]): QueryParameter<readonly Word[]> {
  return listOf(words.join(", "), (text) => words.find((word) => word === text) ?? null);
}

function listOf<Value>(
  allowed: string,
  readOne: (text: string) => Value | null,
): QueryParameter<readonly Value[]> {
  return {
    allowed: `one or more of these, joined by commas, at most ${VALUES_MAX}: ${allowed}`,
    read(text) {
      const values = text.split(",", VALUES_MAX + 1).map((part) => readOne(part.trim()));
      const good = values.filter((value) => value !== null);
      return good.length === values.length && values.length <= VALUES_MAX ? good : null;
    },
  };
}

function booleanParameter(): QueryParameter<boolean> {
  return { allowed: "true or false", read: (text) => BOOLEANS.get(text) ?? null };
}

function cursorParameter(): QueryParameter<RunCursor> {
  return { allowed: "a cursor as the last page gave it in `next`", read: readCursorText };
}

function limitParameter(): QueryParameter<number> {
  return {
    allowed: `a whole number from 1 to ${PAGE_SIZE_MAX}; the maximum is ${PAGE_SIZE_MAX}`,
    read(text) {
      const limit = /^\d{1,9}$/.test(text) ? Number(text) : 0;
      return limit >= 1 && limit <= PAGE_SIZE_MAX ? limit : null;
    },
  };
}

function momentParameter(): QueryParameter<Date> {
  return {
    allowed: "a day (2026-05-24) or a moment with its zone (2026-05-24T14:05:00Z)",
    read(text) {
      const day = DAY.test(text) ? text : MOMENT.exec(text)?.[1];
      const moment = new Date(text);
      if (day === undefined || Number.isNaN(moment.getTime())) return null;
      const midnight = new Date(`${day}T00:00:00Z`);
      // A day that its month does not have is read by JavaScript as one of the next month.
      return midnight.getTime() >= 0 && midnight.toISOString().startsWith(day) ? moment : null;
    },
  };
}

function readSequence(text: string): string | null {
  return /^\d{1,19}$/.test(text) && BigInt(text) <= SEQUENCE_MAX ? text : null;
}

function matching(pattern: RegExp, text: string): string | null {
  return pattern.test(text) ? text : null;
}

function tryEnvironmentId(text: string) {
  try {
    return asEnvironmentId(text);
  } catch {
    return null;
  }
}
