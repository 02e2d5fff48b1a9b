import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";

// A reader that shares nothing with the generator: it knows bytes, JSON and what Graph writes, so that TRUTH.json is
// compared with what lies on disk and not with what the generator believes.

export type Json = { readonly [key: string]: unknown };

export interface SeenPolicy {
  readonly file: string;
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly modified: string;
  readonly state: unknown;
  readonly labels: string;
  readonly leaves: ReadonlyMap<string, string>;
  readonly declared: number | null;
  readonly actual: number;
}

export interface SeenMonth {
  readonly policies: readonly SeenPolicy[];
  readonly unreadable: readonly string[];
  readonly groups: ReadonlySet<string>;
  readonly migrated: readonly string[];
  readonly coverage: Json;
  readonly files: number;
}

const TYPES = ["SettingsCatalog", "CompliancePolicies", "ConditionalAccess"];

export async function readObject(path: string): Promise<Json> {
  const bytes = await readFile(path);
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const decoded = new TextDecoder(utf16 ? "utf-16le" : "utf-8").decode(bytes);
  return JSON.parse(decoded) as Json;
}

export async function readMonth(folder: string): Promise<SeenMonth> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const policies: SeenPolicy[] = [];
  const unreadable: string[] = [];
  const groups = new Set<string>();
  for (const path of files) {
    const type = basename(dirname(path));
    const file = relative(folder, path);
    try {
      const object = await readObject(path);
      if (TYPES.includes(type)) policies.push(seePolicy(type, file, object));
      if (type === "Groups") groups.add(object["id"] as string);
    } catch {
      unreadable.push(file);
    }
  }
  const table = await readObject(join(folder, "MigrationTable.json"));
  const coverage = await readObject(join(folder, "_coverage.json"));
  const migrated = (table["Objects"] as Json[]).map((one) => one["Id"] as string);
  return { policies, unreadable, groups, migrated, coverage, files: files.length };
}

function seePolicy(type: string, file: string, object: Json): SeenPolicy {
  const leaves = new Map<string, string>();
  const put = (path: string, value: unknown) => leaves.set(path, asText(value));
  const settings = (object["settings"] ?? []) as Json[];
  if (type === "SettingsCatalog") {
    for (const one of settings) walkSetting(one["settingInstance"] as Json, "", put);
  } else {
    walkPlain(object, "", put);
  }
  return {
    file,
    type,
    id: object["id"] as string,
    name: (object["name"] ?? object["displayName"]) as string,
    modified: (object["lastModifiedDateTime"] ?? object["modifiedDateTime"]) as string,
    state: object["state"],
    labels: asText(type === "ConditionalAccess" ? userLabels(object) : targetLabels(object)),
    leaves,
    declared: (object["settingCount"] ?? null) as number | null,
    actual: settings.length,
  };
}

type Put = (path: string, value: unknown) => void;

function walkSetting(instance: Json, above: string, put: Put): void {
  const id = instance["settingDefinitionId"] as string;
  const path = above === "" ? id : `${above}/${id}`;
  const choice = instance["choiceSettingValue"] as Json | undefined;
  const simple = instance["simpleSettingValue"] as Json | undefined;
  const values = instance["simpleSettingCollectionValue"] as Json[] | undefined;
  const entries = (instance["groupSettingCollectionValue"] ?? []) as Json[];
  if (choice) put(path, choice["value"]);
  for (const child of (choice?.["children"] ?? []) as Json[]) walkSetting(child, path, put);
  if (simple) put(path, simple["value"]);
  if (values) put(path, values.map((one) => one["value"] as string).sort());
  for (const [index, entry] of entries.entries()) {
    const place = entries.length > 1 ? `${path}[${index}]` : path;
    for (const child of entry["children"] as Json[]) walkSetting(child, place, put);
  }
}

const NO_LEAF =
  /@odata|^#|^(id|displayName|description|version|state|users|assignments|roleScopeTagIds|scheduledActionsForRule|\w+DateTime)$/;

function walkPlain(value: Json, above: string, put: Put): void {
  for (const [key, inner] of Object.entries(value)) {
    const path = above === "" ? key : `${above}/${key}`;
    if (NO_LEAF.test(key) || inner === null) continue;
    if (Array.isArray(inner)) {
      if (inner.length > 0) put(path, [...(inner as string[])].sort());
    } else if (typeof inner === "object") walkPlain(inner as Json, path, put);
    else put(path, inner);
  }
}

const TARGETS: Readonly<Record<string, string>> = {
  "#microsoft.graph.groupAssignmentTarget": "include",
  "#microsoft.graph.exclusionGroupAssignmentTarget": "exclude",
  "#microsoft.graph.allDevicesAssignmentTarget": "all-devices",
  "#microsoft.graph.allLicensedUsersAssignmentTarget": "all-users",
};

function targetLabels(object: Json): readonly string[] {
  const targets = (object["assignments"] as Json[]).map((one) => one["target"] as Json);
  return targets
    .map((target) => {
      const kind = TARGETS[target["@odata.type"] as string] ?? "unknown";
      const group = target["groupId"] as string | undefined;
      return group === undefined ? kind : `${kind}:${group}`;
    })
    .sort();
}

function userLabels(object: Json): readonly string[] {
  const users = (object["conditions"] as Json)["users"] as Readonly<Record<string, string[]>>;
  return [
    ...(users["includeUsers"] ?? []).filter((one) => one === "All").map(() => "all-users"),
    ...(users["includeGroups"] ?? []).map((one) => `include:${one}`),
    ...(users["excludeGroups"] ?? []).map((one) => `exclude:${one}`),
  ].sort();
}

export function asText(value: unknown): string {
  return JSON.stringify(value ?? null);
}

export function sortedTexts(values: readonly unknown[]): readonly string[] {
  return values.map(asText).sort();
}
