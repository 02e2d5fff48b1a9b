import type { RunCursor } from "../ports/run-reader.ts";
import { isRunId } from "../run/scope.ts";
import { SettledError } from "../run/settled-error.ts";

/** The place behind a page as one word that can be typed. */
export function asCursorText({ createdAt, id }: RunCursor): string {
  return Buffer.from(`${createdAt.toISOString()} ${id}`).toString("base64url");
}

/** Refuses what no list has given out with `invalid_cursor`. */
export function readCursor(text: string): RunCursor {
  const [at = "", id = ""] = Buffer.from(text, "base64url").toString("utf8").split(" ");
  const createdAt = new Date(at);
  if (isRunId(id) && !Number.isNaN(createdAt.getTime())) return { createdAt, id };
  throw new SettledError("invalid_cursor", "The cursor is not one that a list has given out.");
}
