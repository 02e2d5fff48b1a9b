import type { AssessedPolicy } from "../drift/drift-report.ts";
import { byCodeUnit } from "../normal-form/canonical-json.ts";
import { areaLabel } from "../provider/policy-type-row.ts";
import { type ItemType, typeArea } from "../provider/policy-type.ts";
import type { AreaLine, CoverageLine } from "./review-document.ts";

/**
 * How the compared policies of each area stand. A deviating one is accepted only if every deviation of it is. An area
 * of which not everything was read has its line even if nothing of it was compared.
 */
export function areaLines(
  policies: readonly AssessedPolicy[],
  acceptedKeys: ReadonlySet<string>,
  coverage: readonly CoverageLine[],
): readonly AreaLine[] {
  const byArea = Map.groupBy(policies, ({ type }) => areaLabel(typeArea(type as ItemType)));
  const withGaps = coverage.filter(({ status }) => status !== "complete").map(({ area }) => area);
  const areas = [...new Set<string>([...byArea.keys(), ...withGaps])].sort(byCodeUnit);
  return areas.map((area) => {
    const standings = (byArea.get(area as never) ?? []).map((policy) =>
      standingOf(policy, acceptedKeys),
    );
    const count = (standing: Standing) => standings.filter((found) => found === standing).length;
    return {
      area,
      aligned: count("aligned"),
      accepted: count("accepted"),
      open: count("open"),
      not_assessed: count("not_assessed"),
      total: standings.length,
    };
  });
}

type Standing = "aligned" | "accepted" | "open" | "not_assessed";

function standingOf(
  { standing, findings }: AssessedPolicy,
  acceptedKeys: ReadonlySet<string>,
): Standing {
  if (standing !== "deviating") return standing;
  const isAccepted = findings.length > 0 && findings.every((key) => acceptedKeys.has(key));
  return isAccepted ? "accepted" : "open";
}
