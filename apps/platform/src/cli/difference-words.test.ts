import { expect, test } from "vitest";
import { differenceWords } from "./difference-words.ts";

const NOTHING = { path: null, before: null, after: null, other_policy: null, renamed: false };

test("a choice is told by the end of its setting and by its options", () => {
  const path = "group/device_vendor_msft_policy_config_defender_puaprotection";
  const step = "device_vendor_msft_policy_config_defender_puaprotection";
  expect(differenceWords({ ...NOTHING, path, before: `${step}_1`, after: `${step}_0` })).toBe(
    "defender_puaprotection 1 → 0",
  );
});

test("what moved is told with where it went, what was renamed with what it was called", () => {
  const moved = { path: "a", before: 5, after: 5, other_policy: "B" };
  expect(differenceWords({ ...NOTHING, ...moved })).toBe("a 5 → 5 (B)");
  expect(differenceWords({ ...NOTHING, other_policy: "Old", renamed: true })).toBe("was Old");
});

test("an empty list of targets is nobody, an absent value nothing", () => {
  expect(differenceWords({ ...NOTHING, before: ["include:g"], after: [] })).toBe(
    "include:g → nobody",
  );
  expect(differenceWords({ ...NOTHING, path: "a", before: null, after: "x" })).toBe(
    "a nothing → x",
  );
  expect(differenceWords(NOTHING)).toBe("");
});
