import { describe, expect, test } from "vitest";
import { asArtifactRef, isArtifactRef, sameArtifact, tryArtifactRef } from "./artifact-ref.ts";
import { isSettledError } from "./settled-error.ts";

describe("a reference to an artifact", () => {
  test.each([
    [
      { type: " Environment-Review ", id: " 7 " },
      { type: "environment_review", id: "7" },
    ],
    [
      { type: "letter", id: 7 },
      { type: "letter", id: "7" },
    ],
    [
      { type: "letter", id: "A-b", more: 1 },
      { type: "letter", id: "A-b" },
    ],
    [
      { type: "letter", id: "x".repeat(200) },
      { type: "letter", id: "x".repeat(200) },
    ],
  ])("is written in one way: %j", (given, normal) => {
    expect(asArtifactRef(given)).toEqual(normal);
    expect(asArtifactRef(asArtifactRef(given))).toEqual(normal);
  });

  test.each([
    null,
    undefined,
    "letter",
    [],
    {},
    { type: "letter" },
    { type: "letter", id: "" },
    { type: "letter", id: "  " },
    { type: "letter", id: null },
    { type: "letter", id: { toString: (): string => "7" } },
    { type: "letter", id: "a\u0000b" },
    { type: "letter", id: "a\nb" },
    { type: "letter", id: "x".repeat(201) },
    { type: "", id: "7" },
    { type: "7letter", id: "7" },
    { type: "let ter", id: "7" },
    { type: "l".repeat(65), id: "7" },
    { type: 7, id: "7" },
  ])("is refused as %j", (given) => {
    expect(tryArtifactRef(given)).toBeNull();
    expect(isArtifactRef(given)).toBe(false);
    expect(() => asArtifactRef(given)).toThrow(
      expect.toSatisfy((error) => isSettledError(error, "invalid_artifact")),
    );
  });

  test("equals another by type and id, and nothing equals only nothing", () => {
    const letter = { type: "letter", id: "7" };
    expect(sameArtifact(letter, { ...letter })).toBe(true);
    expect(sameArtifact(letter, { ...letter, id: "8" })).toBe(false);
    expect(sameArtifact(letter, { ...letter, type: "parcel" })).toBe(false);
    expect(sameArtifact(letter, null)).toBe(false);
    expect(sameArtifact(null, null)).toBe(true);
  });
});
