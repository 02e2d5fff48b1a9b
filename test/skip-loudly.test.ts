import { afterEach, expect, test, vi } from "vitest";
import { skipUnless } from "./skip-loudly.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

function seen() {
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => said.push(String(line)) > 0);
  const skip = vi.fn<(note?: string) => never>();
  return { said, skip, context: { task: { name: "a test of Windows" }, skip } };
}

test("a test that this machine can run is run without a word", () => {
  const { said, skip, context } = seen();
  skipUnless(context, true, "it needs Windows.");
  expect(said).toEqual([]);
  expect(skip).not.toHaveBeenCalled();
});

test("a test that this machine cannot run is skipped in one line that says why", () => {
  vi.stubEnv("CI", "");
  const { said, skip, context } = seen();
  skipUnless(context, false, "it needs Windows.");
  expect(said).toEqual(["skipped: a test of Windows: it needs Windows.\n"]);
  expect(skip).toHaveBeenCalledWith("it needs Windows.");
});

test("where CI is set, a test that cannot run has failed", () => {
  vi.stubEnv("CI", "true");
  const { skip, context } = seen();
  expect(() => skipUnless(context, false, "it needs Windows.")).toThrow(
    "This test could not run: it needs Windows.",
  );
  expect(skip).not.toHaveBeenCalled();
});
