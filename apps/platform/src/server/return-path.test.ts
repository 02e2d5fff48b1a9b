import { expect, test } from "vitest";
import { returnPath } from "./return-path.ts";

test.for([
  ["/workspaces/north", "/workspaces/north"],
  [
    "/workspaces/north/runs?outcome=failed&q=a%20b",
    "/workspaces/north/runs?outcome=failed&q=a%20b",
  ],
  ["/workspaces/../workspaces", "/workspaces"],
  ["/workspaces/ü漢", "/workspaces/%C3%BC%E6%BC%A2"],
  ["/sign-income", "/sign-income"],
])("%s leads back to %s", ([asked, path]) => {
  expect(returnPath(asked ?? "")).toBe(path);
});

test.for([
  "",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/./\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/ /evil.example",
  "https://evil.example",
  "http:evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "evil.example",
  "@evil.example",
  "?return_to=/x",
  "/sign-in?return_to=/x",
  "/sign-in",
  "/sign-out",
  `/${"a".repeat(2_000)}`,
])("%j leads nowhere but home", (asked) => {
  expect(returnPath(asked)).toBe("/console/");
});
