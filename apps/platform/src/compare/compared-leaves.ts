import { cleanValue } from "../normal-form/clean-value.ts";
import { contentLeaves, type PolicyLeaf } from "../normal-form/content-leaves.ts";
import { contentOf } from "../normal-form/content-of.ts";
import { isJsonArray } from "../normal-form/json-value.ts";
import type { PolicySource } from "../normal-form/meta-of.ts";

const SCOPE_TAGS = "roleScopeTagIds";

// Whatever the type calls its name: none of the three is content of a comparison, also where two of them are there.
const NAMES: ReadonlySet<string> = new Set(["name", "displayName", "description"]);

/**
 * Every value that two exports of one policy are compared by, in the order of paths. Other than in a snapshot, scope
 * tags are content, and what holds no value is nothing: an empty group of settings is the same as none.
 */
export function comparedLeaves(source: PolicySource): readonly PolicyLeaf[] {
  const { type, json } = source;
  const kept = Object.entries(contentOf(source)).filter(([key]) => !NAMES.has(key));
  const tags = cleanValue(json[SCOPE_TAGS] ?? null, { type, key: SCOPE_TAGS });
  if (tags !== undefined) kept.push([SCOPE_TAGS, tags]);
  return contentLeaves(type, Object.fromEntries(kept)).filter(holdsValue);
}

function holdsValue({ value }: PolicyLeaf): boolean {
  return isJsonArray(value) ? value.length > 0 : value !== null;
}
