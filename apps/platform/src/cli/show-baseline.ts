import { baselineLineJson, baselineVersionJson } from "../baseline/baseline-json.ts";
import type { BaselineVersion, LeftOutPolicy } from "../baseline/baseline.ts";
import type { BaselineOverview } from "../store/baseline-store.ts";
import type { CommandAnswer } from "./write-output.ts";

/** A version as a program and as a person read it. Expected values stand in the JSON alone. */
export function baselineAnswer(version: BaselineVersion): CommandAnswer {
  const { name, entries, leftOut, partialTypes } = version;
  return {
    json: baselineVersionJson(version),
    columns: [
      { title: "TYPE", widthMin: 12 },
      { title: "POLICY", widthMin: 20 },
      { title: "MODE" },
      { title: "SEVERITY" },
      { title: "VALUES" },
    ],
    rows: entries.map((entry) => [
      entry.type,
      entry.displayName,
      entry.mode,
      entry.severity,
      String(entry.expectedLeaves.length),
    ]),
    notes: [
      `${name}, version ${version.version}: ${entries.length} policies expected. Id ${version.baselineId}`,
      ...(partialTypes.length === 0
        ? []
        : [`Not covered completely, so nothing there is called extra: ${partialTypes.join(", ")}`]),
      ...leftOut.map(leftOutWords),
    ],
  };
}

export function baselinesAnswer(baselines: readonly BaselineOverview[]): CommandAnswer {
  return {
    json: {
      baselines: baselines.map(baselineLineJson),
    },
    columns: [
      { title: "NAME", widthMin: 12 },
      { title: "VERSION" },
      { title: "POLICIES" },
      { title: "RELEASED" },
      { title: "ID" },
    ],
    rows: baselines.map((one) => [
      one.name,
      String(one.version),
      String(one.entries),
      one.releasedAt.toISOString().slice(0, 10),
      one.baselineId,
    ]),
    notes: baselines.length === 0 ? ["There is no baseline yet."] : [],
  };
}

function leftOutWords({ displayName, because }: LeftOutPolicy): string {
  switch (because) {
    case "ambiguous":
      return `Left out: ${displayName}. More than one policy of the source has this name or id.`;
    case "unreadable":
      return `Left out: ${displayName}. It could not be read.`;
    case "incomplete":
      return `Left out: ${displayName}. It was not read whole.`;
  }
}
