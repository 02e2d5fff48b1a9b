import { z } from "zod";
import { RUN_OUTCOMES, RUN_STATUSES } from "../run/operation-run.ts";
import { isSearch, SEARCH_CHARS_MAX, SEARCH_WORDS_MAX } from "../run/search-words.ts";
import {
  booleanParameter,
  environmentsParameter,
  limitParameter,
  listParameter,
  momentParameter,
  typesParameter,
  wordsParameter,
} from "./query-parameter.ts";
import { CURSOR_TEXT, readCursorText } from "./run-cursor.ts";

const REASON = /^[a-z][a-z0-9_]{0,127}$/;
const ID = /^[^\p{Cc}]{1,512}$/u;

/** What narrows a list of runs: the same for lists, pages, exports and actions on many. */
export const RUN_FILTER = {
  status: wordsParameter(RUN_STATUSES).exactOptional(),
  outcome: wordsParameter(RUN_OUTCOMES).exactOptional(),
  type: typesParameter().exactOptional(),
  environment: environmentsParameter().exactOptional(),
  reason: listParameter(
    z.string().regex(REASON),
    "reason codes such as never_started",
  ).exactOptional(),
  initiator: z.string().regex(ID).describe("the id of who asked for the run").exactOptional(),
  since: momentParameter().exactOptional(),
  until: momentParameter().exactOptional(),
  q: z
    .string()
    .min(1)
    .max(SEARCH_CHARS_MAX)
    .refine(isSearch)
    .meta({
      description: `1 to ${SEARCH_WORDS_MAX} words in at most ${SEARCH_CHARS_MAX} characters, each the beginning of a word`,
      examples: ["contoso", "never started"],
    })
    .exactOptional(),
  reconciled: booleanParameter().exactOptional(),
  needs_person: booleanParameter().exactOptional(),
} as const;

const CURSOR = z
  .string()
  .regex(CURSOR_TEXT)
  .meta({
    description: "a cursor as the last page gave it in `next`",
    examples: ["MTc3OTYyNjcwMDAwMF8wMTlhYmNkZS0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDA"],
  })
  .transform((text, context) => {
    const cursor = readCursorText(text);
    if (cursor !== null) return cursor;
    context.issues.push({ code: "custom", input: text });
    return z.NEVER;
  })
  .exactOptional();

export const RUN_FILTER_QUERY = z.strictObject(RUN_FILTER);

/** Which runs are wanted, which page of them, and whether they are counted. */
export const RUN_QUERY = z.strictObject({
  ...RUN_FILTER,
  cursor: CURSOR,
  limit: limitParameter().exactOptional(),
  count: z
    .literal("capped")
    .describe("capped: the answer says how many there are, up to 10,000")
    .exactOptional(),
});

export const EXPORT_FORMATS = ["csv", "ndjson"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_QUERY = z.strictObject({
  ...RUN_FILTER,
  cursor: CURSOR,
  format: z.enum(EXPORT_FORMATS).describe(EXPORT_FORMATS.join(" or ")).exactOptional(),
});
