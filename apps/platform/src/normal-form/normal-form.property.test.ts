import * as fc from "fast-check";
import { expect, test } from "vitest";
import { choice, group, policy, simple, simpleCollection } from "./catalog-fixture.test-kit.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { normalForm } from "./normal-form.ts";

const catalog = (json: JsonObject) => normalForm({ type: "configurationPolicies", json });

const id = fc.stringMatching(/^[a-z]{1,8}$/);
const words = fc.uniqueArray(fc.string({ unit: "grapheme" }), { maxLength: 6 });
const { instance } = fc.letrec<{ instance: JsonObject }>((tie) => ({
  instance: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.tuple(id, fc.integer()).map(([key, value]) => simple(key, value)),
    fc.tuple(id, words).map(([key, values]) => simpleCollection(key, values)),
    fc
      .tuple(id, id, fc.array(tie("instance"), { maxLength: 3 }))
      .map(([key, option, children]) => choice(key, option, children)),
    fc
      .tuple(id, fc.array(fc.array(tie("instance"), { maxLength: 3 }), { maxLength: 3 }))
      .map(([key, entries]) => group(key, entries)),
  ),
}));
const instances = fc.array(instance, { maxLength: 6 });

const VOLATILE = [
  "id",
  "createdDateTime",
  "lastModifiedDateTime",
  "modifiedDateTime",
  "version",
  "settingCount",
  "creationSource",
  "supportsScopeTags",
  "isAssigned",
  "deployedAppCount",
  "lastSyncDateTime",
  "@odata.id",
  "@odata.etag",
  "settings@odata.context",
  "#microsoft.graph.assign",
];

test("the order of settings, of children and of keys never changes the content hash", () => {
  fc.assert(
    fc.property(instances, (list) => {
      const reordered = reverseSets(policy(list));
      expect(catalog(reordered).contentHash).toBe(catalog(policy(list)).contentHash);
      expect(catalog(reordered).catalogLeaves).toEqual(catalog(policy(list)).catalogLeaves);
    }),
  );
});

test("volatile fields never change the content hash", () => {
  const extras = fc.dictionary(fc.constantFrom(...VOLATILE), fc.jsonValue());
  fc.assert(
    fc.property(instances, extras, (list, extra) => {
      const touched = catalog({ ...policy(list), ...(extra as JsonObject) });
      expect(touched.contentHash).toBe(catalog(policy(list)).contentHash);
    }),
  );
});

test("a changed leaf always changes the content hash", () => {
  fc.assert(
    fc.property(instances, id, fc.integer(), fc.integer(), (list, key, before, after) => {
      fc.pre(before !== after);
      const one = catalog(
        policy([...list, group("g", [[choice(key, "1", [simple(key, before)])]])]),
      );
      const two = catalog(
        policy([...list, group("g", [[choice(key, "1", [simple(key, after)])]])]),
      );
      expect(two.contentHash).not.toBe(one.contentHash);
      expect(two.catalogLeaves).not.toEqual(one.catalogLeaves);
    }),
  );
});

test("the paths of the leaves of one policy are unique", () => {
  fc.assert(
    fc.property(instances, (list) => {
      const paths = (catalog(policy(list)).catalogLeaves ?? []).map((leaf) => leaf.path);
      expect(new Set(paths).size).toBe(paths.length);
    }),
  );
});

test("any JSON object at all has a normal form, and it is its own normal form", () => {
  const types = fc.constantFrom("configurationPolicies", "conditionalAccessPolicies", "other:x");
  const objects = fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue());
  fc.assert(
    fc.property(types, objects, (type, object) => {
      const { content } = normalForm({ type, json: object as JsonObject });
      const again = normalForm({ type, json: content }).content;
      expect(canonicalJson(again)).toBe(canonicalJson(content));
    }),
  );
});

// Lists whose order has no meaning, turned round; keys of objects too. Group entries stay.
function reverseSets(value: JsonValue, key = ""): JsonObject {
  return turned(value, key) as JsonObject;
}

function turned(value: JsonValue, key: string): JsonValue {
  if (Array.isArray(value)) {
    const entries = value.map((entry: JsonValue) => turned(entry, key));
    return key === "groupSettingCollectionValue" ? entries : entries.toReversed();
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, child]) => [name, turned(child, name)]);
  return Object.fromEntries(entries.toReversed()) as JsonObject;
}
