import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONTEXT_BYTES_MAX, safeJson } from "./safe-json.ts";

const safe = (value: unknown) => safeJson(value, CONTEXT_BYTES_MAX);
const nest = (depth: number): unknown =>
  Array.from({ length: depth }).reduce((inner) => ({ inner }), "core" as unknown);

describe("a value made safe", () => {
  test("can always be stored: well-formed, without NUL, within its size, or refused", () => {
    fc.assert(
      fc.property(fc.anything({ withDate: true, withBigInt: true }), (value) => {
        const answer = safeJson(value, 300);
        if (answer.kind === "refused") return;
        const text = JSON.stringify(answer.value);
        expect(text).not.toContain(String.raw`\u0000`);
        expect(text).not.toMatch(/\\ud[89a-f]/i);
        expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(300);
        expect(safeJson(answer.value, 1_000)).toEqual(answer);
      }),
    );
  });

  test("keeps plain JSON as it is", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        const text = JSON.stringify(plain);
        if (/__proto__|constructor|prototype|\\u0000|\\ud|redact/i.test(text)) return;
        expect(safe(plain)).toEqual({ kind: "safe", value: plain });
      }),
    );
  });

  test("hides secrets by the name of their key and by their look", () => {
    const value = { dbPassword: "x", note: "Bearer abcdefghijk", at: new Date(0), gone: undefined };
    expect(safe(value)).toEqual({
      kind: "safe",
      value: {
        dbPassword: "[redacted]",
        note: "Bearer [redacted]",
        at: "1970-01-01T00:00:00.000Z",
      },
    });
  });

  test.each([
    ["a number", { password: 12_345_678 }],
    ["a list", { password: ["12345678"] }],
    ["an object", { credentials: { value: "12345678" } }],
    ["a text under a name with NUL", { "pass\u0000word": "12345678" }],
  ])("hides a secret that is %s", (_, value) => {
    expect(JSON.stringify(safe(value))).not.toContain("12345678");
  });

  test.each(["__proto__", "constructor", "prototype"])("is refused with the key %s", (key) => {
    const value: unknown = JSON.parse(`{"a":[{"${key}":{"admin":true}}]}`);
    expect(safe(value)).toEqual({ kind: "refused", because: "reserved_key" });
  });

  test("is refused with a reserved key that is written with NUL", () => {
    const answer = safe({ "__proto\u0000__": { admin: true } });
    expect(answer).toEqual({ kind: "refused", because: "reserved_key" });
  });

  test("is refused beyond its depth, its number of keys and its size", () => {
    expect(safe(nest(32)).kind).toBe("safe");
    expect(safe(nest(33))).toEqual({ kind: "refused", because: "too_deep" });
    const list = (length: number) => Array.from({ length }, () => 1);
    expect(safe(list(10_000)).kind).toBe("safe");
    expect(safe(list(10_001))).toEqual({ kind: "refused", because: "too_many_keys" });
    expect(safeJson("é".repeat(10), 22).kind).toBe("safe");
    expect(safeJson("é".repeat(10), 21)).toEqual({ kind: "refused", because: "too_large" });
  });

  test("is refused as no JSON: what throws, what loops and what JSON has no word for", () => {
    const loop: Record<string, unknown> = {};
    loop["self"] = loop;
    const thrower = {
      get secret(): never {
        throw new Error("no");
      },
    };
    expect(safe(loop).kind).toBe("refused");
    for (const value of [thrower, undefined, () => 1, 1n, Symbol("a"), Number.NaN, Infinity]) {
      expect(safe(value)).toEqual({ kind: "refused", because: "not_json" });
    }
  });
});
