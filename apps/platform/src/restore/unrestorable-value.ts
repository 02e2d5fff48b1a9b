import { isJsonArray, isJsonObject } from "../normal-form/json-value.ts";
import type { JsonValue } from "../normal-form/json-value.ts";
import { TENANT_GENERATED_VALUE } from "../normal-form/tenant-generated-setting.ts";
import type { Hindrance } from "./restore-plan.ts";

/** What in a content no snapshot can give back: a secret that was never read, or a value that each tenant makes itself. */
export function unrestorableValue(value: JsonValue): Hindrance | null {
  if (isJsonArray(value)) return first(value);
  if (!isJsonObject(value)) return null;
  if (value["value"] === TENANT_GENERATED_VALUE) return "made_by_the_tenant";
  const secret =
    value["valueState"] === "encryptedValueToken" ||
    typeof value["secretReferenceValueId"] === "string" ||
    value["isEncrypted"] === true;
  return secret ? "secret_not_in_snapshot" : first(Object.values(value));
}

function first(values: readonly JsonValue[]): Hindrance | null {
  for (const value of values) {
    const found = unrestorableValue(value);
    if (found !== null) return found;
  }
  return null;
}
