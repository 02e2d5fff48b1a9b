import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { isJsonObject, type JsonObject } from "../run/json-value.ts";

/**
 * What an operation takes, as JSON Schema (2020-12); null where its schema cannot be told so. It is for whoever fills a
 * form in: whether an input is taken is the operation's own check to say, when it is started.
 */
export function inputSchemaOf(input: StandardSchemaV1): JsonObject | null {
  const { jsonSchema }: Partial<StandardJSONSchemaV1.Props> = input["~standard"];
  if (jsonSchema === undefined) return null;
  try {
    const told: unknown = jsonSchema.input({ target: "draft-2020-12" });
    return isJsonObject(told) ? told : null;
  } catch {
    // A check in code, such as a transformed date, has no words there.
    return null;
  }
}
