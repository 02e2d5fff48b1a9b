import type { DemoMonth } from "../generate-demo.ts";
import { SETTINGS_PER_PAGE } from "../grow-catalog-policy.ts";
import type { OddityKind } from "../oddity.ts";
import type { Policy } from "../policy.ts";
import type { JsonObject } from "./annotation.ts";
import { coverageOf } from "./coverage.ts";
import { encodeText, encodingOf, swapPairs } from "./encode-text.ts";
import { copyPath, fileName, policyFiles } from "./file-name.ts";
import { renderAccessPolicy } from "./render-access-policy.ts";
import { renderCatalogPolicy } from "./render-catalog-policy.ts";
import { renderCompliancePolicy } from "./render-compliance-policy.ts";
import { renderGroup, renderLocation, renderMigrationTable } from "./render-directory.ts";

export interface ExportFile {
  /** Below the month's folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of one month, rendered one at a time. */
export function* exportFiles(month: DemoMonth): Generator<ExportFile, void, undefined> {
  const { tenant, oddities } = month;
  const paths = policyFiles(tenant.policies);
  for (const policy of tenant.policies) {
    const odd = oddities.filter((one) => one.policyId === policy.id).map((one) => one.kind);
    yield* policyFilesOf(policy, paths.get(policy.id) ?? "", odd);
  }
  for (const location of tenant.locations) {
    const path = `NamedLocations/${fileName(location.name)}.json`;
    yield { path, bytes: encodeObject(renderLocation(location), location.id) };
  }
  for (const group of tenant.groups) {
    const path = `Groups/${fileName(group.name)}.json`;
    yield { path, bytes: encodeObject(renderGroup(group), group.id) };
  }
  const table = `${JSON.stringify(renderMigrationTable(tenant), null, 2)}\n`;
  yield { path: "MigrationTable.json", bytes: encodeText(table, "utf-16le") };
  const coverage = `${JSON.stringify(coverageOf(oddities), null, 2)}\n`;
  yield { path: "_coverage.json", bytes: encodeText(coverage, "utf-8") };
}

function* policyFilesOf(
  policy: Policy,
  path: string,
  odd: readonly OddityKind[],
): Generator<ExportFile, void, undefined> {
  const whole = renderPolicy(policy);
  const object = odd.includes("truncated_policy") ? truncated(whole) : whole;
  if (odd.includes("unreadable_file")) {
    const text = `${JSON.stringify(object, null, 2)}\n`;
    yield { path, bytes: swapPairs(encodeText(text, "utf-16le")) };
    return;
  }
  yield { path, bytes: encodeObject(object, policy.id) };
  if (odd.includes("duplicate_id")) {
    const copy = renderPolicy({ ...policy, name: `${policy.name} - Copy` });
    yield { path: copyPath(path), bytes: encodeObject(copy, policy.id) };
  }
}

function renderPolicy(policy: Policy): JsonObject {
  switch (policy.kind) {
    case "catalog":
      return renderCatalogPolicy(policy);
    case "compliance":
      return renderCompliancePolicy(policy);
    case "access":
      return renderAccessPolicy(policy);
  }
}

// What a tool saves that reads the first page and believes it to be all: `settingCount` still tells the truth.
function truncated(object: JsonObject): JsonObject {
  const { settings } = object;
  return Array.isArray(settings)
    ? { ...object, settings: settings.slice(0, SETTINGS_PER_PAGE) }
    : object;
}

function encodeObject(object: JsonObject, id: string): Uint8Array {
  return encodeText(`${JSON.stringify(object, null, 2)}\n`, encodingOf(id));
}
