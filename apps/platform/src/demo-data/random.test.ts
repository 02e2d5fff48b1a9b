import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "./random.ts";

function draw(seed: string): readonly unknown[] {
  const random = createRandom(seed);
  return [random.guid(), random.integer(0, 1_000_000), random.fraction()];
}

test("the same seed draws the same, another seed does not", () => {
  expect(draw("north")).toEqual(draw("north"));
  expect(draw("north")).not.toEqual(draw("south"));
});

test("a fork does not depend on what was drawn before it", () => {
  const fresh = createRandom(7);
  const used = createRandom(7);
  used.fraction();
  expect(used.fork("groups").guid()).toBe(fresh.fork("groups").guid());
});

test("whole numbers stay within their ends and reach both", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(5), (seed, least, span) => {
      const random = createRandom(seed);
      const drawn = new Set(Array.from({ length: 400 }, () => random.integer(least, least + span)));
      expect([...drawn].sort((one, other) => one - other)).toEqual(
        Array.from({ length: span + 1 }, (_, index) => least + index),
      );
    }),
  );
});

test("a sample holds different items, and all of them when more are asked for", () => {
  fc.assert(
    fc.property(fc.string(), fc.uniqueArray(fc.nat()), fc.nat(20), (seed, items, count) => {
      const sample = createRandom(seed).sample(items, count);
      expect(new Set(sample).size).toBe(Math.min(count, items.length));
      expect(sample.every((item) => items.includes(item))).toBe(true);
    }),
  );
});

test("ids are GUIDs of version 4 and do not repeat", () => {
  const random = createRandom("ids");
  const ids = Array.from({ length: 20_000 }, random.guid);
  const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(ids.every((id) => pattern.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

test("nothing is drawn from an empty list", () => {
  expect(() => createRandom(1).pick([])).toThrow(RangeError);
});
