import { expect, test } from "vitest";
import { pathOfArtifact } from "./path-of-artifact.ts";

const ENVIRONMENT = "/workspaces/north/environments/contoso";

test.for(["/packs", "/packs/01", "/pack-sets/01", "/restores", "/restores/01"])(
  "%s is shown inside the console, wherever it is mounted",
  (below) => {
    expect(pathOfArtifact(`${ENVIRONMENT}${below}`)).toBe(`${ENVIRONMENT}${below}`);
    expect(pathOfArtifact(`/apps/settled${ENVIRONMENT}${below}`)).toBe(`${ENVIRONMENT}${below}`);
  },
);

test.for(["/packs/01/files/zip", "/pack-sets", "/unknown/01", "?x=/packs", ""])(
  "%s is not",
  (below) => {
    expect(pathOfArtifact(`${ENVIRONMENT}${below}`)).toBeNull();
  },
);

test("an address of somebody else leads nowhere", () => {
  expect(pathOfArtifact("https://elsewhere.example/packs/01")).toBeNull();
});
