import { expect, test } from "vitest";
import { parseJson } from "./parse-json.ts";

const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

test("what can be kept is read", () => {
  const text = '{"a":[1,2.5,null],"b":"\\ud83c\\udfd4 [[["}';
  expect(parseJson(text, 2)).toEqual({ kind: "json", value: { a: [1, 2.5, null], b: "🏔 [[[" } });
});

test.each([
  ["blank", "empty_file", " \n "],
  ["cut off", "not_json", '{"a":'],
  ["UTF-16 without its mark", "not_json", '{\0"\0'],
  ["nested too deeply", "too_deep", nested(65)],
  ["a flood of brackets", "too_deep", "[".repeat(10_000_000)],
  ["half a character pair as an escape", "bad_text", String.raw`{"a":"\ud800"}`],
  ["half a character pair in a key", "bad_text", String.raw`{"a\udc00":1}`],
  ["an integer that would be rounded", "number_out_of_range", '{"a":9223372036854775807}'],
  ["a number without end", "number_out_of_range", '{"a":1e999}'],
])("%s is refused as %s", (_what, reason, text) => {
  expect(parseJson(text, 64)).toMatchObject({ kind: "refused", reason });
});

test("exactly as deep as allowed is read", () => {
  expect(parseJson(nested(64), 64).kind).toBe("json");
});

test("a refusal says where if that is known, and never quotes the file", () => {
  expect(parseJson('{\n  "a": 1,\n}', 64)).toMatchObject({
    detail: "The text is not valid JSON, at line 3 column 1.",
  });
  const parsed = parseJson('{"password": hunter2}', 64);
  expect(parsed).toMatchObject({ detail: "The text is not valid JSON." });
});
