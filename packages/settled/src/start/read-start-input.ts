import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { OperationCatalog } from "../catalog/operation-catalog.ts";
import type { OperationDefinition } from "../catalog/operation-definition.ts";
import { isJsonObject, type JsonValue } from "../run/json-value.ts";
import { SERVER_OWNED_KEYS } from "../run/run-context.ts";
import { INPUT_BYTES_MAX, safeJson } from "../run/safe-json.ts";
import type { RunScope } from "../run/scope.ts";

export interface InputFault {
  /** JSON Pointer into the input. */
  readonly pointer: string;
  readonly detail: string;
}

/** Why a start was not accepted. Nothing was stored. */
export type StartRefusal =
  | {
      readonly kind: "refused";
      readonly because: "unknown_operation";
      readonly known: readonly string[];
    }
  | { readonly kind: "refused"; readonly because: "renamed_operation"; readonly canonical: string }
  | { readonly kind: "refused"; readonly because: "environment_required" }
  | { readonly kind: "refused"; readonly because: "input_too_large"; readonly bytesMax: number }
  | {
      readonly kind: "refused";
      readonly because: "invalid_input";
      readonly faults: readonly InputFault[];
    };

export type ReadStart =
  | StartRefusal
  | {
      readonly kind: "read";
      readonly operation: OperationDefinition;
      readonly value: unknown;
      readonly stored: JsonValue;
    };

/** The operation and its checked input, or the reason why it cannot be started. */
export async function readStartInput(
  catalog: OperationCatalog,
  start: Pick<RunScope, "environmentId"> & { readonly type: string; readonly input: unknown },
): Promise<ReadStart> {
  const look = catalog.look(start.type);
  if (look.kind === "unknown") {
    return { kind: "refused", because: "unknown_operation", known: catalog.types };
  }
  if (look.kind === "renamed") {
    return { kind: "refused", because: "renamed_operation", canonical: look.canonical };
  }
  if (look.operation.environment === "required" && start.environmentId === null) {
    return { kind: "refused", because: "environment_required" };
  }
  const safe = safeJson(start.input ?? {}, INPUT_BYTES_MAX);
  if (safe.kind === "refused") {
    return safe.because === "too_large"
      ? { kind: "refused", because: "input_too_large", bytesMax: INPUT_BYTES_MAX }
      : invalid("", INPUT_FAULTS[safe.because]);
  }
  const owned = serverOwnedKey(safe.value);
  if (owned !== null)
    return invalid(`/context/${owned}`, "This key is written by the server only.");
  const checked = await look.operation.input["~standard"].validate(safe.value);
  if (checked.issues !== undefined) {
    return { kind: "refused", because: "invalid_input", faults: checked.issues.map(asFault) };
  }
  return { kind: "read", operation: look.operation, value: checked.value, stored: safe.value };
}

const INPUT_FAULTS = {
  not_json: "The input is not plain JSON.",
  too_deep: "The input is nested too deeply: 32 levels are allowed.",
  too_many_keys: "The input has too many values: 10,000 are allowed.",
  reserved_key: "The input holds a key that is reserved: __proto__, constructor or prototype.",
} as const;

function serverOwnedKey(input: JsonValue): string | null {
  const context = isJsonObject(input) ? (input["context"] ?? null) : null;
  if (!isJsonObject(context)) return null;
  return SERVER_OWNED_KEYS.find((key) => key in context) ?? null;
}

function invalid(pointer: string, detail: string): StartRefusal {
  return { kind: "refused", because: "invalid_input", faults: [{ pointer, detail }] };
}

function asFault(issue: StandardSchemaV1.Issue): InputFault {
  const keys = (issue.path ?? []).map((part) => (typeof part === "object" ? part.key : part));
  const pointer = keys
    .map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
  return { pointer, detail: issue.message };
}
