import type { DispositionInForce } from "../drift/disposition.ts";
import type { DriftFinding, FindingKind } from "../drift/drift-finding.ts";
import { SEVERITIES } from "../drift/severity.ts";
import { byCodeUnit } from "../normal-form/canonical-json.ts";
import { areaLabel } from "../provider/policy-type-row.ts";
import { type ItemType, typeArea, typeLabel } from "../provider/policy-type.ts";
import { findingSentence, type Told } from "./finding-sentence.ts";
import type { GroupNames } from "./group-names.ts";
import type { CoverageLine, FindingLine } from "./review-document.ts";
import { settingName } from "./setting-name.ts";

/** Every finding of a report, once, by what is to be done about it. */
export interface SortedFindings {
  readonly open: readonly FindingLine[];
  readonly conflicts: readonly FindingLine[];
  readonly accepted: readonly FindingLine[];
  /** What could not be judged; never counted as a deviation and never hidden by a decision. */
  readonly notAssessed: readonly FindingLine[];
}

/** What could not be judged is not known to deviate. */
const UNJUDGED: ReadonlySet<FindingKind> = new Set([
  "unreadable",
  "incomplete",
  "ambiguous",
  "not_assessed",
]);

/** Its type was read whole, so it is the baseline that says too little. */
const NOT_SAID = "The baseline could not say what it expects of it.";
const NOT_FOUND = "Nothing of its type was found, and nothing says that all of it was read.";

export function sortFindings(
  findings: readonly DriftFinding[],
  known: {
    readonly dispositions: readonly DispositionInForce[];
    readonly coverage: readonly CoverageLine[];
    readonly groups: GroupNames;
  },
): SortedFindings {
  const { coverage, groups } = known;
  const decided = new Map(known.dispositions.map((decision) => [decision.finding_key, decision]));
  const meanings = new Map(
    coverage.map(({ type, status, meaning }) => [type, status === "complete" ? NOT_SAID : meaning]),
  );
  const lines = findings.map((finding) =>
    lineOf(finding, decided.get(finding.finding_key), {
      typeMeaning: meanings.get(finding.type) ?? NOT_FOUND,
      groups,
    }),
  );
  const judged = lines.filter(({ kind }) => !UNJUDGED.has(kind));
  const undecided = judged.filter((line) => !isAccepted(line));
  return {
    open: undecided.filter(({ kind }) => kind !== "setting_conflict").toSorted(worstFirst),
    conflicts: undecided.filter(({ kind }) => kind === "setting_conflict").toSorted(worstFirst),
    accepted: judged.filter(isAccepted).toSorted(soonestFirst),
    notAssessed: lines.filter(({ kind }) => UNJUDGED.has(kind)).toSorted(worstFirst),
  };
}

/** Decided to stay as it is. `to_fix` and `resolved` are found again, so they are open. */
function isAccepted({ disposition }: FindingLine): boolean {
  return disposition === "accepted" || disposition === "customer_specific";
}

function lineOf(
  finding: DriftFinding,
  decision: DispositionInForce | undefined,
  told: Told,
): FindingLine {
  return {
    ...finding,
    area: areaLabel(typeArea(finding.type as ItemType)),
    label: typeLabel(finding.type as ItemType),
    setting: finding.path === null ? null : settingName(finding.path),
    sentence: findingSentence(finding, told),
    disposition: decision?.disposition ?? "new",
    decided_by: decision?.actor ?? null,
    decision_reason: decision?.reason ?? null,
    decided_at: decision?.decided_at ?? null,
    expires_at: decision?.expires_at ?? null,
  };
}

function worstFirst(a: FindingLine, b: FindingLine): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    Number(b.weakened) - Number(a.weakened) ||
    inPlace(a, b)
  );
}

/** What never expires stands last. */
function soonestFirst(a: FindingLine, b: FindingLine): number {
  return byCodeUnit(a.expires_at ?? "~", b.expires_at ?? "~") || worstFirst(a, b);
}

function inPlace(a: FindingLine, b: FindingLine): number {
  return (
    byCodeUnit(a.area, b.area) ||
    byCodeUnit(a.policy, b.policy) ||
    byCodeUnit(a.path ?? "", b.path ?? "") ||
    byCodeUnit(a.finding_key, b.finding_key)
  );
}
