import type { JsonValue } from "../normal-form/json-value.ts";
import { refused } from "./unreadable-reason.ts";
import type { ReadRefusal } from "./unreadable-reason.ts";

export interface ParsedJson {
  readonly kind: "json";
  readonly value: JsonValue;
}

/** JSON that can be kept, hashed and written back without loss; anything else is refused with a reason. */
export function parseJson(text: string, depthMax: number): ParsedJson | ReadRefusal {
  if (text.trim() === "") return refused("empty_file");
  // Before parsing: the parser itself has no limit, and a file of brackets would fill the memory.
  if (isDeeperThan(text, depthMax)) return refused("too_deep", ` (${depthMax} levels)`);
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (error) {
    return refused("not_json", placeOf(error, text));
  }
  return findLoss(value) ?? { kind: "json", value };
}

function isDeeperThan(text: string, depthMax: number): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > depthMax) return true;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return false;
}

// The parser's own message quotes the file, which may hold a secret; only the place is taken from it.
function placeOf(error: unknown, text: string): string {
  if (text.includes("\0")) return ": it holds zero bytes, as UTF-16 without its mark does";
  const place = error instanceof Error ? /line \d+ column \d+/.exec(error.message) : null;
  return place === null ? "" : `, at ${place[0]}`;
}

/** Half character pairs cannot be hashed or stored; integers beyond 2^53 would be rounded in silence. */
function findLoss(root: JsonValue): ReadRefusal | null {
  const waiting: JsonValue[] = [root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value === "string" && !value.isWellFormed()) return refused("bad_text");
    if (typeof value === "number" && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) {
      return refused("number_out_of_range");
    }
    if (typeof value !== "object" || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      if (!key.isWellFormed()) return refused("bad_text");
      waiting.push(child);
    }
  }
  return null;
}
