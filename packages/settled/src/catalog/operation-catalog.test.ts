import { describe, expect, test } from "vitest";
import { isSettledError } from "../run/settled-error.ts";
import { examOperation } from "../testing/exam-operation.ts";
import { createOperationCatalog } from "./operation-catalog.ts";

const letter = examOperation("letter.write", "letters");
const isRefusal = expect.toSatisfy((error) => isSettledError(error, "invalid_definition"));

describe("the catalogue", () => {
  const parcel = { ...examOperation("parcel.send", "parcels"), formerTypes: ["parcel.ship"] };
  const catalog = createOperationCatalog([letter, parcel]);

  test("finds canonical types, names the new one of an old name, and knows no other", () => {
    expect(catalog.types).toEqual(["letter.write", "parcel.send"]);
    expect(catalog.look("letter.write")).toEqual({ kind: "found", operation: letter });
    expect(catalog.look("parcel.ship")).toEqual({
      kind: "renamed",
      type: "parcel.ship",
      canonical: "parcel.send",
    });
    for (const type of ["constructor", "__proto__", "", "LETTER.WRITE"]) {
      expect(catalog.look(type)).toEqual({ kind: "unknown", type });
    }
    expect(catalog.find("parcel.ship")).toBeNull();
    expect(catalog.findArtifact("letter")).toBeNull();
  });

  test("refuses a name that is declared twice, old or new", () => {
    for (const twice of [
      [letter, letter],
      [letter, { ...parcel, formerTypes: ["letter.write"] }],
      [{ ...letter, formerTypes: ["parcel.ship"] }, parcel],
    ]) {
      expect(() => createOperationCatalog(twice)).toThrow(isRefusal);
    }
  });
});
