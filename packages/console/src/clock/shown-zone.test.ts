import { expect, test } from "vitest";
import { shownZone } from "./shown-zone.ts";
import { momentWords } from "./time-words.ts";

const NOON = new Date("2026-07-01T12:00:00Z");

test.for([
  ["utc", "Asia/Tokyo", "UTC"],
  ["local", "Asia/Tokyo", null],
  ["workspace", "Asia/Tokyo", "Asia/Tokyo"],
  ["workspace", null, null],
  ["workspace", "Mars/Olympus_Mons", null],
] as const)("who chose %s in a workspace of %s sees times in %s", ([choice, workspace, zone]) => {
  expect(shownZone(choice, workspace)).toBe(zone);
});

test("a moment is told in the zone, with its name", () => {
  expect(momentWords(NOON, "Asia/Tokyo")).toBe("1 Jul 2026, 21:00:00 GMT+9");
  expect(momentWords(NOON, "UTC")).toBe("1 Jul 2026, 12:00:00 UTC");
});
