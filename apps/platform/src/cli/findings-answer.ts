import type { DriftFinding } from "../drift/drift-finding.ts";
import { comparisonJson, findingJson } from "../drift/finding-json.ts";
import { differenceWords } from "./difference-words.ts";
import type { FoundFindings } from "../drift/gather-findings.ts";
import type { CommandAnswer } from "./write-output.ts";

/** As many characters of a key as people have to type. */
export const SHORT_KEY_CHARACTERS = 12;

export function findingsAnswer(
  found: FoundFindings,
  findings: readonly DriftFinding[],
): CommandAnswer {
  const { baseline, snapshot, decisions, report } = found;
  const against =
    baseline === null
      ? "compared with no baseline: only what contradicts itself or was not read is found"
      : `against ${baseline.name}, version ${baseline.version}`;
  return {
    json: {
      ...comparisonJson(found),
      findings: findings.map((finding) =>
        findingJson(finding, decisions.get(finding.finding_key) ?? null),
      ),
    },
    columns: [
      { title: "KEY" },
      { title: "SEVERITY" },
      { title: "KIND" },
      { title: "POLICY", widthMin: 22 },
      { title: "WHAT", widthMin: 22 },
      { title: "DECISION" },
    ],
    rows: findings.map((finding) => [
      shortKey(finding.finding_key),
      finding.severity,
      finding.kind,
      finding.policy,
      differenceWords({
        ...finding,
        before: finding.expected,
        after: finding.found,
        renamed: finding.kind === "renamed",
      }),
      decisions.get(finding.finding_key)?.disposition ?? "new",
    ]),
    notes: [
      `${findings.length} of ${report.findings.length} findings: snapshot ${snapshot.snapshotId} of ${snapshot.sealedAt.toISOString()}, ${against}.`,
    ],
  };
}

export function shortKey(findingKey: string): string {
  return findingKey.replace(/^finding1:/, "").slice(0, SHORT_KEY_CHARACTERS);
}
