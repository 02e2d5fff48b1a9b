import type { WorkspaceId } from "settled";
import type { Transacting } from "../store/joined-transaction.ts";
import { insertBaselineVersion } from "../store/baseline-store.ts";
import { type Blob, putBlobs } from "../store/blob.ts";
import { baselineContentOf, type BaselineRules } from "./baseline-content-of.ts";
import type { BaselineVersion } from "./baseline.ts";
import type { BaselineSource } from "./read-baseline-source.ts";

export interface ReleaseInput {
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly source: BaselineSource;
  readonly rules: BaselineRules;
  readonly releasedBy: string;
}

export type Release =
  | { readonly kind: "released"; readonly version: BaselineVersion }
  | { readonly kind: "refused"; readonly because: "nothing_to_expect" };

/**
 * Releases the next version of a baseline. What cannot be expected is named in its `leftOut`; a source of which nothing
 * can be expected is refused. The contents are kept first, so that what the version cites is there.
 */
export async function releaseBaseline(
  database: Transacting,
  input: ReleaseInput,
): Promise<Release> {
  const { workspaceId, name, source, rules, releasedBy } = input;
  const content = baselineContentOf(source, rules);
  if (content.entries.length === 0) return { kind: "refused", because: "nothing_to_expect" };
  const cited = new Set(content.entries.map(({ contentHash }) => contentHash));
  await putBlobs(database, workspaceId, source.blobs.filter(isOneOf(cited)));
  const version = await database.transaction((tx) =>
    insertBaselineVersion(tx, workspaceId, { name, content, source: source.origin, releasedBy }),
  );
  return { kind: "released", version };
}

function isOneOf(hashes: ReadonlySet<string>): (blob: Blob) => boolean {
  return ({ hash }) => hashes.has(hash);
}
