import { expect, test } from "vitest";
import { isNarrowed, reachesSomeone } from "./reach.ts";

test.each([
  [["all-devices"], ["include:g"], true, "a group in place of all"],
  [["all-users"], [], true, "nobody in place of all"],
  [["include:g", "include:h"], ["include:g"], true, "one group less"],
  [["include:g"], ["exclude:h", "include:g"], true, "one exclusion more"],
  [["include:g"], ["include:g filter:include:f"], true, "a filter more"],
  [["include:g"], ["include:h"], false, "another group: nobody knows which is larger"],
  [["include:g"], ["all-devices"], false, "all in place of a group"],
  [["exclude:h", "include:g"], ["include:g"], false, "one exclusion less"],
  [["exclude:h", "include:g", "include:i"], ["include:g"], false, "less and more at once"],
  [["all-users"], ["all-devices"], false, "devices in place of users"],
  [["include:g filter:include:f"], ["include:g"], false, "a filter less"],
  [["include:g"], ["include:g"], false, "the same"],
  [["exclude:g"], ["exclude:g", "exclude:h"], false, "nobody in place of nobody"],
  [[], ["include:g"], false, "somebody in place of nobody"],
])("%j to %j is narrower: %s (%s)", (expected, found, narrowed) => {
  expect(isNarrowed(expected, found)).toBe(narrowed);
});

test("exclusions alone reach nobody", () => {
  expect(reachesSomeone(["exclude:g", "exclude-roles:r"])).toBe(false);
  expect(reachesSomeone(["exclude:g", "all-users"])).toBe(true);
});
