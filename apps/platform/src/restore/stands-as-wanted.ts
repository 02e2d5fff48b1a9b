import { byCodeUnit, canonicalJson } from "../normal-form/canonical-json.ts";
import { contentLeaves } from "../normal-form/content-leaves.ts";
import type { JsonObject, JsonValue } from "../normal-form/json-value.ts";
import type { PolicyMeta } from "../normal-form/meta-of.ts";
import { normalForm } from "../normal-form/normal-form.ts";

export type Standing =
  /** `serverDefaults` = paths of values that the provider filled in. */
  | { readonly kind: "as_wanted"; readonly serverDefaults: readonly string[] }
  | { readonly kind: "different"; readonly paths: readonly string[] };

export interface WantedBody {
  readonly content: JsonObject;
  readonly meta: PolicyMeta;
}

/**
 * Whether an object stands as it was to be written: every wanted value is there and equal. A value more was filled in
 * by the provider, unless it stood there before the write: then the write did not take it away.
 */
export function standsAsWanted(
  type: string,
  wanted: WantedBody,
  seen: { readonly current: WantedBody; readonly before: JsonObject | null },
): Standing {
  const { current, before } = seen;
  const named = metaDifferences(wanted.meta, current.meta);
  const clean = normalForm({ type, json: wanted.content });
  const now = normalForm({ type, json: current.content });
  if (clean.contentHash === now.contentHash) {
    return named.length === 0
      ? { kind: "as_wanted", serverDefaults: [] }
      : { kind: "different", paths: named };
  }
  const want = leavesOf(type, clean.content);
  const have = leavesOf(type, now.content);
  const stood = before === null ? new Map<string, string>() : leavesOf(type, before);
  const wrong = [...want].filter(([path, value]) => have.get(path) !== value).map(([path]) => path);
  const extra = [...have.keys()].filter((path) => !want.has(path));
  const left = extra.filter((path) => stood.has(path));
  const paths = [...named, ...wrong, ...left].sort(byCodeUnit);
  return paths.length === 0
    ? { kind: "as_wanted", serverDefaults: extra.sort(byCodeUnit) }
    : { kind: "different", paths };
}

function leavesOf(type: string, content: JsonObject): ReadonlyMap<string, string> {
  const leaves = contentLeaves(type, content);
  const told = (value: unknown): string => canonicalJson(value as JsonValue);
  const map = new Map(leaves.map(({ kind, path, value }) => [`${kind} ${path}`, told(value)]));
  const odataType = content["@odata.type"];
  return odataType === undefined ? map : new Map([...map, ["@odata.type", told(odataType)]]);
}

/** The default scope tag is put on by the provider, and an empty description is none. */
function metaDifferences(wanted: PolicyMeta, current: PolicyMeta): readonly string[] {
  const tags = (meta: PolicyMeta): string =>
    canonicalJson(meta.scopeTags.filter((tag) => tag !== "0"));
  return [
    ...(wanted.name === current.name ? [] : ["name"]),
    ...((wanted.description ?? "") === (current.description ?? "") ? [] : ["description"]),
    ...(tags(wanted) === tags(current) ? [] : ["scope tags"]),
  ];
}
