import { expect, test } from "vitest";
import { identityOf, nameOfFile } from "./item-identity.ts";

const FILE = { name: "CA001", providerId: null };

test("an id with path characters is data, kept as it is", () => {
  const { providerId, notes } = identityOf({ id: "../../etc/passwd", name: "x" }, "groups", FILE);
  expect(providerId).toBe("../../etc/passwd");
  expect(notes).toEqual([]);
});

test.each([["x".repeat(257)], ["a\nb"], ["a\0b"], [42], [{}], [true]])(
  "an id like %j is not used, and the item says so",
  (id) => {
    const identity = identityOf({ id, displayName: "CA001" }, "groups", FILE);
    expect(identity).toMatchObject({ providerId: null, notes: ["provider_id_unusable"] });
  },
);

test("no id is not an unusable id", () => {
  expect(identityOf({ displayName: "CA001" }, "groups", FILE).notes).toEqual([]);
  expect(identityOf({ id: null, displayName: "CA001" }, "groups", FILE).notes).toEqual([]);
});

test.each([
  ["configurationPolicies", "n"],
  ["deviceConfigurations", "d"],
  ["intuneBrandingProfiles", "p"],
  ["groupPolicyUploadedDefinitionFiles", "f"],
] as const)("the name of %s is in its own field", (type, expected) => {
  const json = { name: "n", displayName: "d", profileName: "p", fileName: "f" };
  expect(identityOf(json, type, FILE).displayName).toBe(expected);
});

test("without a name the file gives one, and the item says so", () => {
  expect(identityOf({ displayName: " \t" }, "groups", FILE)).toMatchObject({
    displayName: "CA001",
    notes: ["named_by_file"],
  });
});

test("an id that stands in the file's name is taken where the object has none of its own", () => {
  const named = { name: "CA001", providerId: "from-file" };
  expect(identityOf({}, "groups", named).providerId).toBe("from-file");
  expect(identityOf({ id: "own" }, "groups", named).providerId).toBe("own");
  expect(identityOf({ id: 42 }, "groups", named).providerId).toBeNull();
});

test("what export tools put behind a name in a file's name is no part of it", () => {
  expect(nameOfFile("a/Edge_29-01-2025-9-05-33.json")).toBe("Edge");
  expect(nameOfFile("a/Fire_wall_7b30b881-86c1-4bd4-959e-0767597e1ab5.JSON")).toBe("Fire_wall");
});

test("a name with control characters or of absurd length is cleaned, and the item says so", () => {
  const long = identityOf({ displayName: `${"x".repeat(255)}🏔` }, "groups", FILE);
  expect(long.displayName).toBe("x".repeat(255));
  expect(long.notes).toEqual(["name_cleaned"]);
  const odd = identityOf({ displayName: "a\u0000b\nc" }, "groups", FILE);
  expect(odd).toMatchObject({ displayName: "a b c", notes: ["name_cleaned"] });
});
