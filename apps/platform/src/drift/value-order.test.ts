import { expect, test } from "vitest";
import { isWeakerValue, KNOWN_ORDERS } from "./value-order.ts";

const RULE =
  "device_vendor_msft_policy_config_defender_attacksurfacereductionrules_useadvancedprotectionagainstransomware";

test.each([
  [RULE, `${RULE}_block`, `${RULE}_audit`, true],
  [RULE, `${RULE}_audit`, `${RULE}_warn`, false],
  [`rules/${RULE}`, `${RULE}_block`, `${RULE}_off`, true],
  ["passwordMinimumLength", 14, 8, true],
  ["passwordMinimumLength", 8, 14, false],
  ["bitLockerEnabled", true, false, true],
  ["bitLockerEnabled", false, true, false],
])("%s from %s to %s is weaker: %s", (path, expected, found, weaker) => {
  expect(isWeakerValue(path, expected, found)).toBe(weaker);
});

test("what is not in the table has no order, whatever its values look like", () => {
  expect(isWeakerValue("some_setting", "some_setting_1", "some_setting_0")).toBe(false);
  expect(isWeakerValue("some_setting", "block", "audit")).toBe(false);
  expect(isWeakerValue("isEnabled", true, false)).toBe(false);
});

test("an option that is not in the table is not called weaker, and nothing is weaker than it", () => {
  expect(isWeakerValue(RULE, `${RULE}_block`, `${RULE}_tomorrow`)).toBe(false);
  expect(isWeakerValue(RULE, `${RULE}_tomorrow`, `${RULE}_off`)).toBe(false);
  expect(isWeakerValue("passwordMinimumLength", "fourteen", 8)).toBe(false);
});

test("each setting has one order, and no order names a value twice", () => {
  const definitions = KNOWN_ORDERS.map(({ definition }) => definition);
  expect(new Set(definitions).size).toBe(definitions.length);
  for (const order of KNOWN_ORDERS) {
    if ("values" in order) expect(new Set(order.values).size).toBe(order.values.length);
  }
});
