import { expect, test } from "vitest";
import { pathParametersOf, templateOf } from "./path-parts.ts";

test.each([
  ["/health/live", "/health/live", []],
  ["/api/v1/workspaces/:workspace/runs", "/api/v1/workspaces/{workspace}/runs", ["workspace"]],
  ["/w/:workspace/runs/:run:wait", "/w/{workspace}/runs/{run}:wait", ["workspace", "run"]],
  ["/w/:workspace/runs:export", "/w/{workspace}/runs:export", ["workspace"]],
])("%s is told as %s", (path, template, names) => {
  expect(templateOf(path)).toBe(template);
  expect(pathParametersOf(path).map(({ name }) => name)).toEqual(names);
});
