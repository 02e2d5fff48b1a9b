import { expect, test } from "vitest";
import { insidePath } from "./inside-path.ts";

test.for([
  "/workspaces/north/environments/contoso",
  "/workspaces/north/environments/contoso/reviews/01900000-0000-7000-8000-000000000000",
  "/workspaces/north/environments/contoso/snapshots/01900000-0000-7000-8000-000000000000",
])("%s is shown inside the console, wherever the platform is mounted", (path) => {
  expect(insidePath(path)).toBe(path);
  expect(insidePath(`/behind/a/proxy${path}`)).toBe(path);
});

test.for([
  "/workspaces/north",
  "/workspaces/north/environments/contoso/reviews",
  "/workspaces/north/environments/contoso/unheard/of",
  "/workspaces/north/environments/contoso?x=1",
  "https://elsewhere.example/reviews/1",
  "javascript:alert(1)",
])("%s is shown nowhere", (href) => {
  expect(insidePath(href)).toBeNull();
});
