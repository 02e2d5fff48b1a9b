import type { DriftFinding, FindingKind } from "../drift/drift-finding.ts";
import { hashOf } from "../normal-form/hash-of.ts";
import type { ChangesSince } from "../review/changes-since.ts";
import type { FindingLine, ReviewDocument } from "../review/review-document.ts";
import { packMake } from "./pack-fingerprint.ts";
import type { PackInput } from "./pack-input.ts";
import type { PackProfile } from "./pack-profile.ts";

/** How large and how hostile the review is that a test renders. */
export interface FixtureOptions {
  readonly policies?: number;
  readonly findings?: number;
  /** What every name is made of, in place of a harmless one. */
  readonly name?: (number: number) => string;
}

const KINDS: readonly FindingKind[] = [
  "setting_changed",
  "state_changed",
  "missing_policy",
  "setting_missing",
  "assignment_changed",
  "extra_policy",
];
const AREAS = ["Device security", "Compliance", "Conditional access", "Updates", "Defender"];
const AS_OF = "2026-05-24T14:05:00.000Z";

/** A review's document with something in every one of its lists. */
export function fixtureDocument(options: FixtureOptions = {}): ReviewDocument {
  const { policies = 64, findings = 14, name = policyName } = options;
  const open = Array.from({ length: findings }, (_, index) => finding(index, name(index)));
  const accepted = [0, 1, 2].map((index) => acceptedFinding(index, name(100 + index)));
  const conflict = finding(200, name(200), { kind: "setting_conflict", other_policy: name(201) });
  return {
    inputs: {
      schema: 1,
      workspace_id: "north",
      environment_id: "contoso",
      template: { id: "environment-review", version: 2 },
      snapshot_hash: hashOf("snapshot", policies),
      baseline_version_hash: hashOf("baseline", 4),
      ruleset_hash: hashOf("ruleset", 1),
      dispositions_hash: hashOf("dispositions", 3),
      period_key: "2026-05",
      locale: "en",
    },
    baseline: {
      baseline_id: "b-1",
      name: name(300) === policyName(300) ? "Workplace standard" : name(300),
      version: 4,
      version_hash: hashOf("baseline", 4),
    },
    verdict: {
      coverage_complete: false,
      text: `${policies} policies were checked. Most of what was agreed is in place; ${findings} deviations are open, and Conditional Access could not be assessed because this tenant has no licence for it.`,
    },
    tiles: {
      policies_checked: policies,
      aligned: Math.floor(policies * 0.78),
      open_high: Math.ceil(findings / 4),
      not_assessed: 3,
    },
    totals: {
      items: policies + 6,
      read_whole: policies + 3,
      unreadable: 1,
      incomplete: 1,
      ambiguous: 1,
    },
    coverage: [
      coverage("SettingsCatalog", "Settings catalog", "complete", policies),
      coverage("ConditionalAccess", "Conditional access", "unlicensed", 0),
      coverage("CompliancePolicies", "Compliance policies", "partial", 9),
    ],
    areas: AREAS.map((area, index) => ({
      area,
      aligned: 12 - index * 2,
      accepted: index % 3,
      open: index,
      not_assessed: index === 2 ? 5 : 0,
      total: 12 - index * 2 + (index % 3) + index + (index === 2 ? 5 : 0),
    })),
    open_by_severity: { high: 4, medium: 5, low: 3, info: 2 },
    findings: open.toSorted((a, b) => rank(a) - rank(b)),
    conflicts: [conflict],
    accepted,
    not_assessed: [finding(210, name(210), { kind: "not_assessed", path: null })],
    unprotecting: [
      {
        type: "SettingsCatalog",
        label: "Settings catalog",
        policy: name(400),
        because: "unassigned",
      },
      {
        type: "ConditionalAccess",
        label: "Conditional access",
        policy: name(401),
        because: "report_only",
      },
    ],
    inventory: [
      {
        type: "SettingsCatalog",
        label: "Settings catalog",
        area: "Device security",
        platform: "windows10",
        policies,
        assignable: true,
        assigned: policies - 4,
        unassigned: 3,
        assignment_unknown: 1,
      },
    ],
    doubtful: [
      {
        type: "SettingsCatalog",
        label: "Settings catalog",
        item: name(500),
        state: "unreadable",
        meaning: "It could not be read. It is not known to be gone.",
      },
    ],
    golden: [
      {
        number: 1,
        question: "Which tenant, which moment, which baseline version is this about?",
        answer: "The environment contoso, compared with version 4 of the baseline.",
        evidence: ["items"],
      },
    ],
    next_steps: ["Export the named objects again and capture a new snapshot."],
    evidence: [
      {
        statement: "items",
        source: "environment_snapshot items by state",
        source_hash: hashOf("snapshot", policies),
        figure: policies + 6,
      },
    ],
  };
}

function fixtureChanges(name: (number: number) => string = policyName): ChangesSince {
  const line = {
    type: "SettingsCatalog",
    other_policy: null,
    path: null,
    before: null,
    after: null,
  };
  const path = "device_vendor_msft_policy_config_defender_allowrealtimemonitoring";
  return {
    predecessor: {
      review_id: "0198c0de-0000-7000-8000-000000000003",
      sequence: 3,
      fingerprint: hashOf("rf", 3),
      period_key: "2026-04",
    },
    changes: [
      { ...line, kind: "policy_added", policy: name(1) },
      { ...line, kind: "policy_renamed", policy: name(2), other_policy: name(3) },
      { ...line, kind: "setting_moved", policy: name(4), other_policy: name(5), path },
      {
        ...line,
        kind: "setting_changed",
        policy: name(6),
        path,
        before: `${path}_1`,
        after: `${path}_0`,
      },
      { ...line, kind: "became_unreadable", policy: name(7) },
      {
        ...line,
        kind: "state_changed",
        policy: name(8),
        before: "enabled",
        after: "enabledForReportingButNotEnforced",
      },
      { ...line, kind: "policy_removed", policy: name(9) },
      { ...line, kind: "readable_again", policy: name(10) },
      { ...line, kind: "assignment_changed", policy: name(11) },
    ],
    open_findings_before: 17,
    open_findings_now: 14,
  };
}

export function fixtureInput(profile: PackProfile, options: FixtureOptions = {}): PackInput {
  const document = fixtureDocument(options);
  const { name } = options;
  const input = {
    profile,
    document,
    changes: { ...fixtureChanges(name), all_read: true },
    review: {
      review_id: "0198c0de-0000-7000-8000-000000000004",
      sequence: 4,
      has_predecessor: true,
      period_key: "2026-05",
      as_of: AS_OF,
      fingerprint: hashOf("rf", 4),
      document_hash: hashOf("document", 4),
    },
    branding: {
      provider_name: name === undefined ? "Northwind Managed Services" : name(600),
      environment_name: name === undefined ? "Contoso Ltd" : name(601),
    },
  };
  return { ...input, fingerprint: packMake(input).pack_fingerprint };
}

function policyName(number: number): string {
  const subjects = [
    "Disk encryption",
    "Firewall",
    "Defender antivirus",
    "Update ring",
    "Sign-in risk",
  ];
  return `Win - ${subjects[number % subjects.length]} - D - v1.${number}`;
}

function finding(number: number, policy: string, changes: Partial<DriftFinding> = {}): FindingLine {
  const severity = (["medium", "high", "low", "info"] as const)[number % 4] ?? "low";
  const path = `device_vendor_msft_policy_config_defender_setting${number}`;
  return {
    finding_key: hashOf("finding", number),
    kind: KINDS[number % KINDS.length] ?? "setting_changed",
    severity,
    type: "SettingsCatalog",
    match_key: `policy-${number}`,
    policy,
    other_policy: null,
    matched_by: "name",
    path,
    expected: `${path}_1`,
    found: `${path}_0`,
    weakened: severity === "high",
    evidence: [hashOf("content", number)],
    ...changes,
    area: AREAS[number % AREAS.length] ?? "",
    label: "Settings catalog",
    setting: "Real-time monitoring",
    sentence: `Expected allowed, found blocked: ${path} of this policy was weakened.`,
    disposition: "new",
    decided_by: null,
    decision_reason: null,
    decided_at: null,
    expires_at: null,
  };
}

function acceptedFinding(number: number, policy: string): FindingLine {
  return {
    ...finding(100 + number, policy),
    disposition: number === 2 ? "customer_specific" : "accepted",
    decided_by: "Maria Keller",
    decision_reason: "INTERNAL-NOTE: the line-of-business app breaks with it; revisit at renewal.",
    decided_at: "2026-03-01T09:00:00.000Z",
    expires_at: number === 2 ? null : `2026-0${6 + number}-30T00:00:00.000Z`,
  };
}

function coverage(
  type: string,
  label: string,
  status: ReviewDocument["coverage"][number]["status"],
  items: number,
): ReviewDocument["coverage"][number] {
  return {
    type,
    label,
    area: AREAS[0] ?? "",
    status,
    items,
    meaning:
      status === "unlicensed"
        ? "Not assessed: this tenant has no licence for it."
        : "Not everything could be read. What is missing is not known to be gone.",
    next_step: "Export the named objects again and capture a new snapshot.",
  };
}

function rank({ severity }: FindingLine): number {
  return ["high", "medium", "low", "info"].indexOf(severity);
}
