import { expect, test } from "vitest";
import { FIRST_LOAD_MAX_KB, measureBundle } from "../../../../bench/console/measure-bundle.ts";

test("the list of runs is there after 200 kB of script and style, gzipped", () => {
  expect(measureBundle().firstLoadKb).toBeLessThan(FIRST_LOAD_MAX_KB);
});
