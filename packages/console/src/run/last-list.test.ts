import { expect, test } from "vitest";
import { workspaceOfList } from "./last-list.ts";

test("only the list of runs is a list to come back to", () => {
  expect(workspaceOfList("/workspaces/north/runs")).toBe("north");
  expect(workspaceOfList("/workspaces/no%20rth/runs/")).toBe("no rth");
  expect(workspaceOfList("/workspaces/north/runs/1")).toBeNull();
  expect(workspaceOfList("/workspaces/north/audit")).toBeNull();
});
