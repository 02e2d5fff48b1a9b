import { CSV_TYPE, JSON_TYPE, type PackFile, textFile } from "../pack-file.ts";
import type { PackInput } from "../pack-input.ts";
import { actionPlanCsv } from "./action-plan-csv.ts";
import { coverageCsv } from "./coverage-csv.ts";
import { evidenceJson } from "./evidence-json.ts";
import { findingsCsv } from "./findings-csv.ts";
import { inventoryCsv } from "./inventory-csv.ts";

/** Everything that somebody needs who wants to check the review rather than to believe it. */
export function auditorFiles(input: PackInput): readonly PackFile[] {
  const { document } = input;
  return [
    textFile("findings.csv", CSV_TYPE, findingsCsv(document)),
    textFile("action-plan.csv", CSV_TYPE, actionPlanCsv(document)),
    textFile("coverage.csv", CSV_TYPE, coverageCsv(document)),
    textFile("inventory.csv", CSV_TYPE, inventoryCsv(document)),
    textFile("evidence.json", JSON_TYPE, evidenceJson(input)),
  ];
}
