import { expect, test } from "vitest";
import {
  pageBeforeRuns,
  walkedPage,
  type WalkedPage,
  withPage,
  workspaceOfList,
} from "./walked-pages.ts";

const walk = (...paths: readonly string[]) =>
  paths.reduce<readonly WalkedPage[]>(
    (pages, path, index) => withPage(pages, walkedPage(index, path)),
    [],
  );

test("only the list of runs is a list to come back to", () => {
  expect(workspaceOfList("/workspaces/north/runs")).toBe("north");
  expect(workspaceOfList("/workspaces/no%20rth/runs/")).toBe("no rth");
  expect(workspaceOfList("/workspaces/north/runs/1")).toBeNull();
  expect(workspaceOfList("/workspaces/north/audit")).toBeNull();
});

test.for([
  [["/workspaces/a/runs", "/workspaces/a/runs/1"], 0],
  [["/workspaces/a/runs", "/workspaces/a/runs/1", "/workspaces/a/runs/2"], 0],
  [["/workspaces/a/runs", "/workspaces/a/audit", "/workspaces/a/runs/2"], 1],
  [["/workspaces/a/runs/1", "/workspaces/a/runs/2"], null],
] as const)("who walked through %j goes back to number %s", ([paths, index]) => {
  expect(pageBeforeRuns(walk(...paths), paths.length - 1)?.index ?? null).toBe(index);
});

test("a page that was left by going back is none to go back to", () => {
  const before = walk("/workspaces/a/runs", "/workspaces/a/audit", "/workspaces/a/runs/1");
  const now = withPage(before, walkedPage(1, "/workspaces/a/runs/2"));
  expect(pageBeforeRuns(now, 1)).toMatchObject({ index: 0, list: "a" });
});

test("of a long walk the end is kept", () => {
  expect(walk(...Array.from({ length: 200 }, () => "/workspaces/a/audit"))).toHaveLength(50);
});
