import type { JsonValue } from "../normal-form/json-value.ts";
import type { ItemType } from "../provider/policy-type.ts";
import { typeArea } from "../provider/policy-type.ts";
import type { PolicyArea } from "../provider/policy-type-row.ts";
import { FROM_THE_STRICTEST } from "./enforcement.ts";
import type { FindingKind } from "./drift-finding.ts";
import { SEVERITIES, type Severity } from "./severity.ts";
import { KNOWN_ORDERS } from "./value-order.ts";

// Goes up with a change of the rules that is not in one of the tables below.
const DRIFT_RULES_VERSION = 1;

/** `entry`: as severe as the baseline's entry says. */
const KIND_SEVERITY: Readonly<Record<FindingKind, Severity | "entry">> = {
  missing_policy: "entry",
  extra_policy: "low",
  setting_changed: "entry",
  setting_missing: "entry",
  setting_extra: "low",
  setting_moved: "info",
  setting_conflict: "medium",
  renamed: "info",
  assignment_changed: "entry",
  state_changed: "entry",
  unreadable: "medium",
  incomplete: "medium",
  ambiguous: "medium",
  not_assessed: "low",
};

const AREA_SEVERITY: Readonly<Record<PolicyArea, Severity>> = {
  device_configuration: "medium",
  compliance: "high",
  conditional_access: "high",
  endpoint_security: "high",
  updates: "medium",
  apps: "medium",
  enrollment: "medium",
  scripts: "medium",
  tenant_admin: "low",
  cloud_pc: "low",
  references: "low",
  other: "low",
};

/** Everything that decides what is found and how severe it is; a review's `ruleset_hash` covers it. */
export const DRIFT_RULESET: JsonValue = {
  version: DRIFT_RULES_VERSION,
  kind_severity: KIND_SEVERITY,
  area_severity: AREA_SEVERITY,
  access_states: FROM_THE_STRICTEST,
  value_orders: KNOWN_ORDERS.map((order) => ({ ...order })),
};

/** What a deviation from an entry matters where nobody said otherwise. */
export function defaultSeverity(type: string): Severity {
  return AREA_SEVERITY[typeArea(type as ItemType)];
}

/** The entry's severity, or that of the kind, which an entry can make milder but not graver. */
export function severityOf(kind: FindingKind, entry: Severity | null): Severity {
  const rule = KIND_SEVERITY[kind];
  if (rule === "entry") return entry ?? "medium";
  return entry === null ? rule : milder(rule, entry);
}

/** 0 is the worst. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

function milder(one: Severity, other: Severity): Severity {
  return severityRank(one) > severityRank(other) ? one : other;
}
