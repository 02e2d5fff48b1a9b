import { expect, test } from "vitest";
import { asTimeZone } from "./time-zone.ts";

test.for([
  ["Europe/Berlin", "Europe/Berlin"],
  ["europe/berlin", "Europe/Berlin"],
  ["UTC", "UTC"],
  ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["Asia/Kolkata", "Asia/Kolkata"],
  ["asia/kolkata", "asia/kolkata"],
  ["Etc/GMT+5", "Etc/GMT+5"],
  ["+02:00", null],
  ["Mars/Olympus_Mons", null],
  ["Europe/Berlin; drop table", null],
  ["", null],
  ["A".repeat(65), null],
] as const)("%s is the time zone %s", ([given, zone]) => {
  expect(asTimeZone(given)).toBe(zone);
});

test("every zone that the runtime lists has a name that is taken", () => {
  const listed = Intl.supportedValuesOf("timeZone");
  expect(listed.length).toBeGreaterThan(300);
  expect(listed.filter((name) => asTimeZone(name) !== name)).toEqual([]);
});
