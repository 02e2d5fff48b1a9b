import type { JsonArray, JsonObject, JsonValue } from "../normal-form/json-value.ts";
import type { PolicyMeta } from "../normal-form/meta-of.ts";
import type { SnapshotPolicies } from "./snapshot-policy.ts";
import type { ReadSnapshot } from "./snapshot-of-reading.ts";

/** What a reading holds, in the form in which a stored snapshot is read, without storing it. */
export function policiesOfReading(
  read: Pick<ReadSnapshot, "items" | "coverage" | "blobs">,
): Pick<SnapshotPolicies, "policies" | "coverage"> {
  const bytes = new Map(read.blobs.map((blob) => [blob.hash, blob.bytes]));
  const part = (hash: string | null): JsonValue => {
    const found = hash === null ? undefined : bytes.get(hash);
    return found === undefined ? null : (JSON.parse(found.toString("utf8")) as JsonValue);
  };
  const policies = read.items.map((item) => ({
    item,
    content: part(item.contentHash) as JsonObject | null,
    assignment: part(item.assignmentHash) as JsonArray | null,
    meta: part(item.metaHash) as unknown as PolicyMeta | null,
  }));
  return { policies, coverage: read.coverage };
}
