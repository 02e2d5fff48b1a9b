import { z } from "zod";
import { RUN_OUTCOMES, RUN_STATUSES } from "../run/operation-run.ts";
import { asEnvironmentId, SCOPE_NAME } from "../run/scope.ts";
import {
  limitParameter,
  listParameter,
  momentParameter,
  wordsParameter,
} from "./query-parameter.ts";
import { CURSOR_TEXT, readCursorText } from "./run-cursor.ts";

const TYPE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;
const REASON = /^[a-z][a-z0-9_]{0,127}$/;
const ID = /^[^\p{Cc}]{1,512}$/u;

/** What narrows a list of runs, and which page of it is wanted. */
export const RUN_QUERY = z.strictObject({
  status: wordsParameter(RUN_STATUSES).exactOptional(),
  outcome: wordsParameter(RUN_OUTCOMES).exactOptional(),
  type: listParameter(
    z.string().regex(TYPE),
    "operation types such as restore.execute",
  ).exactOptional(),
  environment: listParameter(
    z.string().regex(SCOPE_NAME).transform(asEnvironmentId),
    "ids of environments",
  ).exactOptional(),
  reason: listParameter(
    z.string().regex(REASON),
    "reason codes such as never_started",
  ).exactOptional(),
  initiator: z.string().regex(ID).describe("the id of who asked for the run").exactOptional(),
  since: momentParameter().exactOptional(),
  until: momentParameter().exactOptional(),
  cursor: z
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
    .exactOptional(),
  limit: limitParameter().exactOptional(),
});
