import { expect, test } from "vitest";
import { decodeText } from "./decode-text.ts";
import { utf16le } from "./temporary-folder.test-kit.ts";

const TEXT = '{\r\n  "name": "Zürich 🏔"\r\n}';

test.each([
  ["utf-8", Buffer.from(TEXT)],
  ["utf-8-bom", Buffer.from(`\uFEFF${TEXT}`)],
  ["utf-16le", utf16le(TEXT)],
  ["utf-16be", utf16le(TEXT).swap16()],
])("%s is read to the same text", (encoding, bytes) => {
  const before = Buffer.from(bytes);
  expect(decodeText(bytes)).toEqual({ kind: "text", encoding, text: TEXT });
  expect(bytes.equals(before)).toBe(true);
});

test.each([
  ["an odd number of bytes", "bad_utf16", utf16le(TEXT).subarray(0, -1)],
  ["half a character pair", "bad_utf16", utf16le("a\uD83Cb")],
  ["half a pair at the end", "bad_utf16", utf16le("a\uD83C").swap16()],
  ["a byte that is no UTF-8", "bad_utf8", Buffer.from([0x7b, 0xff, 0x7d])],
  ["a character cut in two", "bad_utf8", Buffer.from("ü").subarray(0, 1)],
  ["nothing at all", "empty_file", Buffer.alloc(0)],
])("%s is refused as %s, and nothing is replaced", (_what, reason, bytes) => {
  expect(decodeText(bytes)).toMatchObject({ kind: "refused", reason });
});
