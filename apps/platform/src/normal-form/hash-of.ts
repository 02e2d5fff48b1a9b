import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";
import type { JsonValue } from "./json-value.ts";

export type HashText<Kind extends string = string> = `${Kind}1:${string}`;

/** `content1:<sha256 hex>` over canonical JSON; the kind keeps hashes of different things apart. */
export function hashOf<Kind extends string>(kind: Kind, value: JsonValue): HashText<Kind> {
  return `${kind}1:${createHash("sha256").update(canonicalJson(value), "utf8").digest("hex")}`;
}
