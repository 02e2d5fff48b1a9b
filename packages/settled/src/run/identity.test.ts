import { describe, expect, test } from "vitest";
import { identityKeyOf } from "./identity.ts";
import { isSettledError } from "./settled-error.ts";

describe("the key of an identity", () => {
  test("is short, however long the identity", async () => {
    expect(await identityKeyOf("x".repeat(10_240))).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test("is the same for Unicode twins and for any order of keys", async () => {
    expect(await identityKeyOf({ name: "caf\u00e9" })).toBe(
      await identityKeyOf({ name: "cafe\u0301" }),
    );
    expect(await identityKeyOf({ a: 1, b: { c: [1], d: null } })).toBe(
      await identityKeyOf({ b: { d: null, c: [1] }, a: 1 }),
    );
  });

  test("is the same for Unicode twins among the keys", async () => {
    expect(await identityKeyOf({ "\u00e9": 1, f: 2 })).toBe(
      await identityKeyOf({ "e\u0301": 1, f: 2 }),
    );
  });

  test("differs for different work", async () => {
    const identities = [1, "1", [1], { a: 1 }, { a: "1" }, null, [1, 2], [2, 1], ""];
    const keys = await Promise.all(identities.map((identity) => identityKeyOf(identity)));
    expect(new Set(keys).size).toBe(identities.length);
  });

  test("is refused for what is no plain JSON", async () => {
    const loop: unknown[] = [];
    loop.push(loop);
    for (const identity of [loop, undefined, 1n]) {
      await expect(identityKeyOf(identity as never)).rejects.toSatisfy((error) =>
        isSettledError(error, "invalid_identity"),
      );
    }
  });
});
