import { describe, expect, test } from "vitest";
import { createOperationCatalog } from "../catalog/operation-catalog.ts";
import { asListedJson } from "./listed-run-json.ts";
import { presentRun } from "./present-run.ts";
import { runCsvHead, runCsvLine, runCsvNote } from "./run-csv.ts";
import { asRunJson } from "./run-json.ts";
import { completedRun, RELATED, sampleRecord, sampleViewer } from "./sample-run.test-kit.ts";

function lineOf(run: ReturnType<typeof completedRun>): string {
  const json = asRunJson(run, presentRun(run, sampleViewer()), { basePath: "/api/v1" });
  return runCsvLine(asListedJson(json, run, createOperationCatalog([])), run);
}

describe("a run as a line for spreadsheets", () => {
  test("has a cell for each head, all quoted, with times in ISO 8601", () => {
    const heads = runCsvHead().split(",");
    const line = lineOf(completedRun("succeeded", { reconciliation: sampleRecord() }));
    expect(runCsvHead().startsWith('\uFEFF"run_id","workspace_id"')).toBe(true);
    expect(line.endsWith('"\r\n')).toBe(true);
    expect(line.split('","')).toHaveLength(heads.length);
    expect(runCsvNote("over").split('","')).toHaveLength(heads.length);
    expect(line).toContain('"2026-05-24T14:03:00.000Z"');
    expect(line).toContain(`"${RELATED.type}","${RELATED.id}",""`);
    expect(line).toContain('"true","environment-review"');
  });

  test.each(["=1+1", "  =1+1", "+1", "-1", "@SUM(1)", "\t=1", "＝1", "\u0000=1"])(
    "a name such as %j becomes no formula",
    (name) => {
      const line = lineOf(
        completedRun("failed", {}, { initiator: { kind: "user", id: name, name: "Ada" } }),
      );
      const cell = line.split('","')[11] ?? "";
      expect(cell.startsWith("'")).toBe(true);
    },
  );

  test("a quote, a comma and a line break in a name stay within its cell", () => {
    const id = 'a","b\r\nc';
    const line = lineOf(completedRun("failed", {}, { initiator: { kind: "user", id, name: "A" } }));
    expect(line).toContain('"a"",""b\r\nc"');
  });
});
