import type { RunId } from "settled";
import type { BaselineEntry, BaselineVersion } from "../baseline/baseline.ts";
import { comparableLeaves } from "../drift/comparable-leaves.ts";
import { type DispositionInForce, dispositionsHash } from "../drift/disposition.ts";
import { findDrift } from "../drift/find-drift.ts";
import { targetsOf } from "../drift/policy-target.ts";
import { hashOf } from "../normal-form/hash-of.ts";
import type { JsonArray, JsonObject } from "../normal-form/json-value.ts";
import { normalisedName } from "../normal-form/normalised-name.ts";
import type { SnapshotPolicies, SnapshotPolicy } from "../snapshot/snapshot-policy.ts";
import type { CoverageRecord, SnapshotItem } from "../snapshot/snapshot.ts";
import type { ReviewMaterial } from "./compose-document.ts";
import { reviewInputs } from "./review-inputs.ts";

export const CATALOG = "configurationPolicies";
export const ACCESS = "conditionalAccessPolicies";
const DEFENDER = "device_vendor_msft_policy_config_defender_";

export const TO_ALL_DEVICES: JsonArray = [
  { target: { "@odata.type": "#microsoft.graph.allDevicesAssignmentTarget" } },
];

/** A policy of the settings catalog whose choices are given as `{ allowrealtimemonitoring: "1" }`. */
export function catalogPolicy(
  name: string,
  choices: Readonly<Record<string, string>>,
  assignment: JsonArray | null = TO_ALL_DEVICES,
): SnapshotPolicy {
  const settings = Object.entries(choices).map(([setting, option]) => ({
    settingInstance: {
      settingDefinitionId: `${DEFENDER}${setting}`,
      choiceSettingValue: { value: `${DEFENDER}${setting}_${option}`, children: [] },
    },
  }));
  return policyOf(CATALOG, name, {
    content: { platforms: "windows10", technologies: "mdm", settings },
    assignment,
  });
}

/** A conditional access policy, for everybody unless said. */
export function accessPolicy(
  name: string,
  state: string,
  includeUsers: readonly string[] = ["All"],
): SnapshotPolicy {
  const content = { state, conditions: { users: { includeUsers } } };
  return policyOf(ACCESS, name, { content, assignment: null });
}

function policyOf(
  type: string,
  name: string,
  says: { readonly content: JsonObject; readonly assignment: JsonArray | null },
): SnapshotPolicy {
  const { content, assignment } = says;
  const meta = { name, description: null, scopeTags: [] };
  const item: SnapshotItem = {
    type,
    itemKey: `id-${name}`,
    state: "ok",
    providerId: `id-${name}`,
    displayName: name,
    file: `${name}.json`,
    rawHash: hashOf("raw", content),
    contentHash: hashOf("content", content),
    assignmentHash: assignment === null ? null : hashOf("assignment", assignment),
    metaHash: hashOf("meta", meta),
    declaredSettings: null,
    actualSettings: null,
    remarks: [],
  };
  return { item, content, assignment, meta };
}

/** The same policy, as it stands where its file could not be read. */
export function unreadable(policy: SnapshotPolicy): SnapshotPolicy {
  const item: SnapshotItem = {
    ...policy.item,
    state: "unreadable",
    contentHash: null,
    assignmentHash: null,
    metaHash: null,
    remarks: ["not_json"],
  };
  return { item, content: null, assignment: null, meta: null };
}

export function coverageOf(
  type: string,
  status: CoverageRecord["status"] = "complete",
): CoverageRecord {
  return { type, status, items: 0, reason: status === "complete" ? "all_read" : "stated" };
}

export function snapshotOf(
  policies: readonly SnapshotPolicy[],
  coverage: readonly CoverageRecord[] = [coverageOf(CATALOG), coverageOf(ACCESS)],
): SnapshotPolicies {
  const hashes = policies.map(({ item }) => [item.itemKey, item.contentHash, item.assignmentHash]);
  const snapshotHash = hashOf("snapshot", [...hashes, coverage.map(({ status }) => status)]);
  const snapshot = {
    snapshotId: "00000000-0000-4000-8000-000000000001",
    capturedByRunId: "00000000-0000-7000-8000-000000000001" as RunId,
    state: "sealed",
    snapshotHash,
    normaliserVersion: "1",
    counts: { items: 0, ok: 0, unreadable: 0, incomplete: 0, ambiguous: 0, ignored: 0 },
    sealedAt: new Date("2026-05-31T00:00:00Z"),
  } as const;
  return { snapshot, policies, coverage };
}

/** A baseline version that expects exactly these policies. */
export function baselineOf(
  policies: readonly SnapshotPolicy[],
  severity: BaselineEntry["severity"] = "high",
): BaselineVersion {
  const entries = policies.map((policy): BaselineEntry => {
    const { item, content } = policy;
    return {
      type: item.type,
      matchKey: normalisedName(item.displayName),
      displayName: item.displayName,
      mode: "exact",
      contentHash: item.contentHash ?? "",
      expectedLeaves: content === null ? [] : comparableLeaves(item.type, content),
      expectedTargets: targetsOf({ type: item.type, content, assignment: policy.assignment }),
      severity,
      excludedPaths: [],
      rationale: "",
    };
  });
  return {
    baselineId: "00000000-0000-4000-8000-00000000000b",
    name: "Workplace",
    version: 3,
    versionHash: hashOf("baseline", entries as never),
    entries,
    partialTypes: [],
    leftOut: [],
    releasedAt: new Date("2026-04-01T00:00:00Z"),
  };
}

export function materialOf(given: {
  readonly current: SnapshotPolicies;
  readonly baseline?: BaselineVersion | null;
  readonly dispositions?: readonly DispositionInForce[];
  readonly periodKey?: string;
}): ReviewMaterial {
  const { current, baseline = null, dispositions = [], periodKey = "2026-05" } = given;
  const inputs = reviewInputs({
    workspaceId: "w",
    environmentId: "e",
    snapshotHash: current.snapshot.snapshotHash,
    baselineVersionHash: baseline?.versionHash ?? null,
    decisionsHash: dispositionsHash(dispositions),
    periodKey,
  });
  const drift = findDrift({ environmentId: "e", baseline, current, pins: [] });
  return { inputs, baseline, current, drift, dispositions };
}
