import { expect, test } from "vitest";
import { consolePath } from "../../src/console-path.ts";
import { insidePath } from "./inside-path.ts";

const ENVIRONMENT = "/workspaces/north/environments/contoso";

test.for([
  "",
  "/reviews/01900000-0000-7000-8000-000000000000",
  "/snapshots/01900000-0000-7000-8000-000000000000",
  "/packs",
  "/packs/01",
  "/pack-sets/01",
  "/restores",
  "/restores/01",
])(
  "an environment with %j behind it is shown inside the console, wherever it is mounted",
  (below) => {
    expect(insidePath(`${ENVIRONMENT}${below}`)).toBe(`${ENVIRONMENT}${below}`);
    expect(insidePath(`/behind/a/proxy/console${ENVIRONMENT}${below}`)).toBe(
      `${ENVIRONMENT}${below}`,
    );
  },
);

test("what a run has made is shown inside the console by the address that the platform gives it", () => {
  const scope = { workspaceId: "north", environmentId: "contoso" };
  expect(insidePath(consolePath(scope, "/pack-sets/01"))).toBe(`${ENVIRONMENT}/pack-sets/01`);
});

test.for([
  "/workspaces/north",
  `${ENVIRONMENT}/reviews`,
  `${ENVIRONMENT}/pack-sets`,
  `${ENVIRONMENT}/packs/01/files/zip`,
  `${ENVIRONMENT}/unheard/of`,
  `${ENVIRONMENT}?x=1`,
  `${ENVIRONMENT}?x=/packs`,
  "https://elsewhere.example/reviews/1",
  `https://elsewhere.example${ENVIRONMENT}/packs/01`,
  `//elsewhere.example${ENVIRONMENT}/packs/01`,
  "javascript:alert(1)",
])("%s is shown nowhere", (href) => {
  expect(insidePath(href)).toBeNull();
});
