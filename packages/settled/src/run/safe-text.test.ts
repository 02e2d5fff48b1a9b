import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ERROR_TEXT_BYTES_MAX, NAME_BYTES_MAX, safeText, storable } from "./safe-text.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

describe("a text made safe", () => {
  test("is well-formed, without NUL and within its limit, whatever was given", () => {
    const anyText = fc.string({ unit: "binary", maxLength: 400 });
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 400 });
    const broken = units.map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(fc.oneof(anyText, broken), fc.integer({ min: 100, max: 300 }), (text, max) => {
        const safe = safeText(text, max);
        expect(safe).not.toContain("\u0000");
        expect(safe.isWellFormed()).toBe(true);
        expect(bytesOf(safe)).toBeLessThanOrEqual(max);
      }),
    );
  });

  test("stays within its limit even where what was cut off in front of it was only NUL", () => {
    const text = `${"\u0000".repeat(NAME_BYTES_MAX * 3)}${"a".repeat(NAME_BYTES_MAX)} and more`;
    expect(bytesOf(safeText(text))).toBeLessThanOrEqual(NAME_BYTES_MAX);
  });

  test("shows no part of a secret that stands across the end of what is scanned", () => {
    const text = `${"\u0000".repeat(NAME_BYTES_MAX * 4 - 18)}AKIAIOSFODNN7EXAMPLE`;
    expect(safeText(text)).not.toContain("AKIAIOSFODNN7");
  });

  test("of 20 MB is cut within 100 ms", () => {
    for (const unit of ["x", "a-", "password=", "eyJ", "http://a:", "-----BEGIN ", "4111 "]) {
      const text = unit.repeat(20_000_000 / unit.length);
      const safe = safeText(text, ERROR_TEXT_BYTES_MAX);
      expect(fastestMs(() => safeText(text, ERROR_TEXT_BYTES_MAX))).toBeLessThan(100);
      expect(bytesOf(safe)).toBeLessThanOrEqual(ERROR_TEXT_BYTES_MAX);
      expect(safe).toMatch(/\[cut\]$/);
    }
  });

  test("is cut between characters, and says that it was", () => {
    const safe = safeText("🙂".repeat(200));
    expect(safe).toMatch(/^(🙂)+ … \[cut\]$/u);
    expect(bytesOf(safe)).toBeLessThanOrEqual(NAME_BYTES_MAX);
  });

  test("hides a secret before it is cut", () => {
    expect(safeText("Bearer abcdefghijklmnop")).toBe("Bearer [redacted]");
  });
});

test("what a database refuses is taken out, and nothing else", () => {
  expect(storable("a\u0000b\ud800c")).toBe("ab\ufffdc");
  expect(storable("Grüße 🙂\n\t")).toBe("Grüße 🙂\n\t");
});

/** Of three tries: a busy machine may hold up one of them. */
function fastestMs(work: () => unknown): number {
  const tries = Array.from({ length: 3 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return Math.min(...tries);
}
