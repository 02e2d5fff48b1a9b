import { afterEach, expect, test, vi } from "vitest";

const POINTS = Array.from({ length: 20 }, (_, index) => index);

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function chosen(env: Record<string, string | undefined>): Promise<readonly number[]> {
  vi.stubEnv("CHAOS_TIMES", env["CHAOS_TIMES"]);
  vi.stubEnv("CHAOS_SEED", env["CHAOS_SEED"]);
  vi.resetModules();
  const { chosenPoints } = await import("./chosen-points.ts");
  return chosenPoints(POINTS, 5);
}

test("the same seed chooses the same points, in their own order", async () => {
  const first = await chosen({ CHAOS_SEED: "a" });
  expect(first).toHaveLength(5);
  expect(await chosen({ CHAOS_SEED: "a" })).toEqual(first);
  expect([...first].sort((a, b) => a - b)).toEqual(first);
});

test("a month of seeds leaves no point out", async () => {
  const seen = new Set<number>();
  for (let day = 1; day <= 30; day += 1) {
    for (const point of await chosen({ CHAOS_SEED: `2026-11-${day}` })) seen.add(point);
  }
  expect(seen.size).toBe(POINTS.length);
});

test("at full strength every point is one of them", async () => {
  expect(await chosen({ CHAOS_TIMES: "20" })).toEqual(POINTS);
});
