import { expect, test } from "vitest";
import { createTestIo } from "./cli.test-kit.ts";
import { cutLine, jsonText, paint, plainLine, wrapText } from "./terminal-text.ts";
import { writeFields, writeTable } from "./write-table.ts";

test("a table is at most 120 characters wide: columns that may give way are cut", () => {
  const { stdout, said } = createTestIo();
  const columns = [{ title: "A" }, { title: "B", widthMin: 10 }, { title: "C" }];
  writeTable(stdout, columns, [
    [{ text: "a".repeat(40) }, { text: "b".repeat(80) }, { text: "c" }],
  ]);
  const [, row = ""] = said.out.split("\n");
  expect(row).toHaveLength(120);
  expect(row).toMatch(/b…  c$/);
});

test("fields wrap beside their names, and empty ones are left out", () => {
  const { stdout, said } = createTestIo();
  writeFields(stdout, [
    ["Name", "word ".repeat(40)],
    ["Empty", ""],
  ]);
  const lines = said.out.trimEnd().split("\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^ {6}word/);
});

test("text is made plain, JSON keeps its value, and colours are for terminals", () => {
  expect(plainLine("a\u001b[31mb\u001b[0m\nc\u202ed\u009b")).toBe("ab c d");
  expect(jsonText({ a: "\u009b\u202e" })).toBe('{"a":"\\u009b\\u202e"}');
  expect(JSON.parse(jsonText({ a: "\u001b\u009b" }))).toEqual({ a: "\u001b\u009b" });
  const { stdout } = createTestIo();
  expect(paint(stdout, "red", "x")).toBe("x");
  expect(paint({ ...stdout, isTerminal: true }, "red", "x")).toBe("\u001b[31mx\u001b[39m");
});

test("lines are cut and wrapped by characters, not by halves of them", () => {
  expect(cutLine("😀😀😀", 2)).toBe("😀…");
  expect(wrapText("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrapText("", 7)).toEqual([]);
});
