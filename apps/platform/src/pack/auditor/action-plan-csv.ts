import type { ReviewDocument } from "../../review/review-document.ts";
import { csvText } from "../csv-text.ts";
import { eachOnce } from "./findings-csv.ts";

/** Every open finding, with columns for the people who plan what becomes of it: they are empty on purpose. */
export function actionPlanCsv(document: ReviewDocument): string {
  const { findings, conflicts } = document;
  return csvText(
    ["finding_key", "severity", "area", "policy", "setting", "what", "reason", "date", "owner"],
    eachOnce([...findings, ...conflicts]).map((finding) => [
      finding.finding_key,
      finding.severity,
      finding.area,
      finding.policy,
      finding.setting,
      finding.sentence,
      null,
      null,
      null,
    ]),
  );
}
