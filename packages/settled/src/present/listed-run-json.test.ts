import { describe, expect, test } from "vitest";
import { createOperationCatalog } from "../catalog/operation-catalog.ts";
import { asListedJson } from "./listed-run-json.ts";
import { presentRun } from "./present-run.ts";
import { asRunJson } from "./run-json.ts";
import {
  completedRun,
  RELATED,
  reviewArtifact,
  sampleOperation,
  sampleRecord,
  sampleViewer,
} from "./sample-run.test-kit.ts";

const known = createOperationCatalog([sampleOperation()]);

function listed(run: ReturnType<typeof completedRun>, catalog = known) {
  const json = asRunJson(run, presentRun(run, sampleViewer()), { basePath: "/api/v1" });
  return asListedJson(json, run, catalog);
}

describe("the JSON of a run in a list", () => {
  test("names the artifact that was recorded, links it, and says that it was not looked for", () => {
    const json = listed(completedRun("succeeded", { related: RELATED }));
    expect(json.artifact).toEqual({ ...RELATED, href: "/workspaces/north/reviews/review-4" });
    expect(json.artifact_checked_at).toBeNull();
    expect(json.reconciliation).toBeNull();
  });

  test("has the reconciliation whole", () => {
    const json = listed(completedRun("succeeded", { reconciliation: sampleRecord() }));
    expect(json.reconciliation).toMatchObject({ adapter: "environment-review", related: RELATED });
    expect(json.artifact).toMatchObject(RELATED);
  });

  test("of an operation that is not known here names the artifact without a link", () => {
    const json = listed(
      completedRun("succeeded", { related: RELATED }),
      createOperationCatalog([]),
    );
    expect(json.artifact).toEqual({ ...RELATED, href: null });
  });

  test("links nothing but a plain path of this host", () => {
    const artifact = { ...reviewArtifact(), href: () => "https://elsewhere.example/x" };
    const catalog = createOperationCatalog([sampleOperation(artifact)]);
    expect(
      listed(completedRun("succeeded", { related: RELATED }), catalog).artifact?.href,
    ).toBeNull();
  });

  test("has no artifact where none was recorded, or what was recorded names none", () => {
    expect(listed(completedRun("failed")).artifact).toBeNull();
    const context = { related: { type: "../x", id: "" } };
    expect(listed(completedRun("succeeded", context)).artifact).toBeNull();
  });
});
