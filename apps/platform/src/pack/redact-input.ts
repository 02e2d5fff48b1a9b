import { redact } from "settled";
import type { PackInput } from "./pack-input.ts";

/** The input with everything that looks like a secret replaced, wherever it stands. */
export function redactInput(input: PackInput): PackInput {
  return redacted(input) as PackInput;
}

function redacted(value: unknown): unknown {
  if (typeof value === "string") return redact(value.toWellFormed());
  if (Array.isArray(value)) return value.map(redacted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, redacted(entry)]));
}
