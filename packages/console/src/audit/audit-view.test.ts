import { expect, test } from "vitest";
import { auditParameters, readAuditView } from "./audit-view.ts";

test("filters are read from the address, and everything else in it is left out", () => {
  const view = readAuditView({ actor: " maria ", action: "run.cancel", nonsense: "x", since: "" });
  expect(view).toEqual({ actor: "maria", action: "run.cancel" });
  expect(auditParameters(view).toString()).toBe("actor=maria&action=run.cancel");
});

test("an id of digits is no number", () => {
  expect(readAuditView({ target: 4711 })).toEqual({ target: "4711" });
});

test("what is too long to be an id is no filter", () => {
  expect(readAuditView({ actor: "x".repeat(513), until: "2026-05-01" })).toEqual({
    until: "2026-05-01",
  });
});
