import { expect, test } from "vitest";
import { packMake, setFingerprint } from "./pack-fingerprint.ts";
import type { PackInput } from "./pack-input.ts";
import { fixtureInput } from "./review-fixture.test-kit.ts";

const INPUT = fixtureInput("executive");
const { review, changes, branding } = INPUT;

test("the same input is the same pack", () => {
  expect(packMake(fixtureInput("executive"))).toEqual(packMake(INPUT));
});

test.each<readonly [string, Partial<PackInput>]>([
  ["review", { review: { ...review, review_id: "another" } }],
  ["document", { review: { ...review, document_hash: "document1:another" } }],
  ["place in the lineage", { review: { ...review, has_predecessor: !review.has_predecessor } }],
  ["profile", { profile: "customer" }],
  ["printed name", { branding: { ...branding, provider_name: "Another provider" } }],
  ["review that the changes are counted from", { changes: null }],
])("another %s is another pack", (_what, other) => {
  expect(changes).not.toBeNull();
  const fingerprint = packMake(INPUT).pack_fingerprint;
  expect(packMake({ ...INPUT, ...other }).pack_fingerprint).not.toBe(fingerprint);
});

test("a request is the same whatever the order of its packs", () => {
  expect(setFingerprint(["b", "a"])).toBe(setFingerprint(["a", "b"]));
  expect(setFingerprint(["a"])).not.toBe(setFingerprint(["a", "b"]));
});
