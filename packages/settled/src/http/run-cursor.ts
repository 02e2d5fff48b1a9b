import type { RunCursor } from "../ports/run-reader.ts";
import { isRunId } from "../run/scope.ts";

export const CURSOR_TEXT = /^[A-Za-z0-9_-]{1,120}$/;
const PLACE = /^(\d{1,15})_([0-9a-f-]{36})$/;

/** The place behind a run as text that callers only carry: base64url of its time and id. */
export function asCursorText(cursor: RunCursor): string {
  return btoa(`${cursor.createdAt.getTime()}_${cursor.id}`)
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** Null for anything that `asCursorText` did not write. */
export function readCursorText(text: string): RunCursor | null {
  const [, ms, id] = PLACE.exec(decoded(text)) ?? [];
  if (ms === undefined || !isRunId(id)) return null;
  const createdAt = new Date(Number(ms));
  return Number.isNaN(createdAt.getTime()) ? null : { createdAt, id };
}

function decoded(text: string): string {
  if (!CURSOR_TEXT.test(text)) return "";
  try {
    return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}
