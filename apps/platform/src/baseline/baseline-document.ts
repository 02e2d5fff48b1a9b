import { canonicalJson } from "../normal-form/canonical-json.ts";
import { hashOf } from "../normal-form/hash-of.ts";
import type { JsonValue } from "../normal-form/json-value.ts";
import type { BaselineVersion } from "./baseline.ts";

/** What a version says: all that its hash covers. */
export type BaselineContent = Pick<
  BaselineVersion,
  "name" | "version" | "entries" | "partialTypes" | "leftOut"
>;

export interface BaselineDocument {
  readonly bytes: Buffer;
  readonly versionHash: string;
}

/** The one text of a version, and the hash that names it. */
export function baselineDocument(content: BaselineContent): BaselineDocument {
  const { name, version, entries, partialTypes, leftOut } = content;
  const value = { name, version, entries, partialTypes, leftOut } as unknown as JsonValue;
  return {
    bytes: Buffer.from(canonicalJson(value), "utf8"),
    versionHash: hashOf("baseline", value),
  };
}

/** Throws where the bytes are not those that the hash names: a spoilt version is no version. */
export function readBaselineDocument({ bytes, versionHash }: BaselineDocument): BaselineContent {
  const value = JSON.parse(bytes.toString("utf8")) as JsonValue;
  if (hashOf("baseline", value) !== versionHash) {
    throw new Error("A stored baseline version is not what its hash says.");
  }
  return value as unknown as BaselineContent;
}
