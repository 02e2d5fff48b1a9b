import { expect, test } from "vitest";
import { createRandom } from "../random.ts";
import { encodeText, encodingOf, swapPairs } from "./encode-text.ts";

const text = '{\n  "name": "Liège – Malmö"\n}\n';

test("UTF-16 begins with its mark and ends its lines the Windows way", () => {
  const bytes = encodeText(text, "utf-16le");
  expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
  const decoded = new TextDecoder("utf-16le").decode(bytes);
  expect(decoded).toBe(text.replaceAll("\n", "\r\n"));
});

test("UTF-8 is written with and without its mark", () => {
  expect([...encodeText(text, "utf-8-bom").subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(encodeText(text, "utf-8"))).toBe(text);
});

test("a file with swapped pairs keeps its mark and can no longer be parsed", () => {
  const swapped = swapPairs(encodeText(text, "utf-16le"));
  expect([...swapped.subarray(0, 2)]).toEqual([0xff, 0xfe]);
  expect(() => JSON.parse(new TextDecoder("utf-16le").decode(swapped)) as unknown).toThrow(
    SyntaxError,
  );
});

test("most objects are UTF-16, some UTF-8 with a mark, few without", () => {
  const random = createRandom("encodings");
  const drawn = Array.from({ length: 2_000 }, () => encodingOf(random.guid()));
  const share = (encoding: string) => drawn.filter((one) => one === encoding).length / 2_000;
  expect(share("utf-16le")).toBeGreaterThan(0.75);
  expect(share("utf-8-bom")).toBeGreaterThan(share("utf-8"));
  expect(share("utf-8")).toBeGreaterThan(0.03);
});
