import { expect, test } from "vitest";
import { reasonBody } from "./reason-body.ts";

test("a reason of blanks is none", () => {
  expect(reasonBody("  ")).toEqual({});
  expect(reasonBody(" asked for by Maria\n")).toEqual({ reason: "asked for by Maria" });
});
