import { canonicalJson } from "../normal-form/canonical-json.ts";
import { uniquePairs } from "../drift/unique-pairs.ts";
import type { ComparedPolicy } from "./compared-policy.ts";

export interface RenamedPolicy {
  readonly from: ComparedPolicy;
  readonly to: ComparedPolicy;
}

/**
 * Policies that only got another name: of those without a counterpart, two of one type with equal content, of which
 * each side has no second one. Where there are several (two copies of one policy, both renamed), none is a rename:
 * which became which cannot be said, so they stay added and removed.
 */
export function findRenames(
  gone: readonly ComparedPolicy[],
  come: readonly ComparedPolicy[],
): readonly RenamedPolicy[] {
  const keys = { left: contentText, right: contentText };
  return uniquePairs(gone, come, keys).map(([from, to]) => ({ from, to }));
}

function contentText({ key, leaves }: ComparedPolicy): string {
  return canonicalJson([key.type, leaves.map(({ kind, path, value }) => [kind, path, value])]);
}
