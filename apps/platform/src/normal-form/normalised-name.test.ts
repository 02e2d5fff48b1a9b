import { expect, test } from "vitest";
import { normalisedName, versionLabel } from "./normalised-name.ts";

test.each([
  ["Win - OIB - Defender Antivirus - D - AV - v3.6", "win - oib - defender antivirus - d - av"],
  ["Win - Firewall - v3.1.2", "win - firewall"],
  ["Win - Firewall (Deprecated)", "win - firewall"],
  ["Win - Firewall - v3.1 (Deprecated)", "win - firewall"],
  ["Win - Firewall (Deprecated) - v3.1", "win - firewall"],
  ["  Win \t- Firewall\u00A0- V3.1  ", "win - firewall"],
  ["STRASSE", "strasse"],
  ["Straße", "strasse"],
  ["Cafe\u0301", "caf\u00E9"],
])("%j is compared as %j", (name, expected) => {
  expect(normalisedName(name)).toBe(expected);
});

test("a version inside a name, or one of another form, stays", () => {
  expect(normalisedName("Edge - v120 - Level 1")).toBe("edge - v120 - level 1");
  expect(normalisedName("Edge v1.2")).toBe("edge v1.2");
});

test("policies that are one letter apart stay apart", () => {
  expect(normalisedName("Office - D - Security")).not.toBe(normalisedName("Office - U - Security"));
});

test("a name that is nothing but a version keeps it", () => {
  expect(normalisedName("(Deprecated)")).toBe("(deprecated)");
});

test("the version can be shown beside the name", () => {
  expect(versionLabel("Win - Firewall - v3.1.2")).toBe("v3.1.2");
  expect(versionLabel("Win - Firewall - v3.1 (Deprecated)")).toBe("v3.1");
  expect(versionLabel("Win - Firewall")).toBeNull();
});

test("a hostile name of a million blanks takes no time", () => {
  const start = performance.now();
  normalisedName(`a${" ".repeat(1_000_000)}- v`);
  expect(performance.now() - start).toBeLessThan(1_000);
});
