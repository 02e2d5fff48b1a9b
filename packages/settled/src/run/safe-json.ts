import { type JsonValue } from "./json-value.ts";
import { hidden, isSecretKey, redact } from "./redact.ts";
import { storable } from "./safe-text.ts";

export const INPUT_BYTES_MAX = 262_144;
export const CONTEXT_BYTES_MAX = 65_536;
const DEPTH_MAX = 32;
const KEYS_MAX = 10_000;
const POLLUTING_KEYS = new Set(["__proto__", "constructor", "prototype"]);

export type SafeJson =
  | { readonly kind: "safe"; readonly value: JsonValue }
  | {
      readonly kind: "refused";
      readonly because: "not_json" | "too_deep" | "too_many_keys" | "too_large" | "reserved_key";
    };

/**
 * The value as JSON that the database can hold: strings well-formed and redacted, secrets by key name hidden.
 * Refuses what cannot be kept whole rather than cutting it.
 */
export function safeJson(value: unknown, bytesMax: number): SafeJson {
  const walk = { keys: 0 };
  try {
    const copy = safeCopy(value, 0, walk);
    if (new TextEncoder().encode(JSON.stringify(copy)).length > bytesMax)
      return refused("too_large");
    return { kind: "safe", value: copy };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.because);
    return refused("not_json");
  }
}

type Because = Extract<SafeJson, { kind: "refused" }>["because"];

class Refusal extends Error {
  readonly because: Because;
  constructor(because: Because) {
    super(because);
    this.because = because;
  }
}

function refused(because: Because): SafeJson {
  return { kind: "refused", because };
}

function safeCopy(value: unknown, depth: number, walk: { keys: number }): JsonValue {
  if (depth > DEPTH_MAX) throw new Refusal("too_deep");
  if (typeof value === "string") return redact(storable(value));
  if (typeof value === "boolean" || value === null) return value;
  if (typeof value === "number") return finite(value);
  if (typeof value !== "object") throw new Refusal("not_json");
  if (Array.isArray(value)) return value.map((entry) => safeCopy(entry, depth + 1, count(walk)));
  if (value instanceof Date) return value.toISOString();
  return safeObject(value, depth, walk);
}

function safeObject(value: object, depth: number, walk: { keys: number }): JsonValue {
  const copy: Record<string, JsonValue> = {};
  for (const [key, entry] of Object.entries(value)) {
    const safeKey = storable(key);
    if (POLLUTING_KEYS.has(safeKey)) throw new Refusal("reserved_key");
    if (entry === undefined) continue;
    copy[safeKey] =
      isSecretKey(safeKey) && entry !== null ? hidden() : safeCopy(entry, depth + 1, count(walk));
  }
  return copy;
}

function count(walk: { keys: number }): { keys: number } {
  walk.keys += 1;
  if (walk.keys > KEYS_MAX) throw new Refusal("too_many_keys");
  return walk;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new Refusal("not_json");
  return value;
}
