import type { JsonObject } from "../normal-form/json-value.ts";
import { isJsonArray } from "../normal-form/json-value.ts";
import type { EntryReading } from "./entry-reading.ts";
import type { ExportItem } from "./export-reading.ts";
import { fileNameOf } from "./found-entry.ts";
import { ignoredWords } from "./ignored-reason.ts";
import type { IgnoredReason } from "./ignored-reason.ts";

/** What one file says about whom one policy reaches. */
interface Claim {
  readonly file: string;
  readonly assignments: readonly JsonObject[];
}

/**
 * Puts assignments that lie in files of their own into the policies that they are of: those in the folder above
 * whose id the assignment's id begins with; where a policy has no id, the one whose file has the same name. A policy
 * that two files claim gets those of the file named like its own, or none: an old file may be left from before a
 * rename, and which is older cannot be said.
 */
export function joinAssignments(readings: readonly EntryReading[]): readonly EntryReading[] {
  const items = readings.map(({ entry }) => entry).filter((entry) => entry.state === "item");
  const byFolder = Map.groupBy(items, ({ file }) => folderOf(file));
  const claims = new Map<ExportItem, Claim[]>();
  for (const { entry, assignments } of readings) {
    if (assignments === null) continue;
    const policies = byFolder.get(folderOf(folderOf(entry.file))) ?? [];
    for (const [item, claimed] of claimedBy(entry.file, assignments, policies)) {
      claims.set(item, [...(claims.get(item) ?? []), { file: entry.file, assignments: claimed }]);
    }
  }
  const chosen = new Map([...claims].map(([item, all]) => [item, choose(item, all)]));
  const used = new Set([...chosen.values()].map((claim) => claim?.file));
  const claiming = new Set([...claims.values()].flat().map(({ file }) => file));
  return readings.map((reading) => {
    const { entry, assignments } = reading;
    if (entry.state === "item") {
      const claim = chosen.get(entry);
      return claim === undefined ? reading : { ...reading, entry: withAssignments(entry, claim) };
    }
    if (entry.state !== "ignored" || assignments === null) return reading;
    const reason = reasonOf(entry.file, used, claiming);
    return { ...reading, entry: { ...entry, reason, detail: ignoredWords(reason) } };
  });
}

function claimedBy(
  file: string,
  assignments: readonly JsonObject[],
  policies: readonly ExportItem[],
): ReadonlyMap<ExportItem, readonly JsonObject[]> {
  const byId = Map.groupBy(policies, ({ providerId }) => providerId ?? "");
  const named = (byId.get("") ?? []).filter((item) => fileNameOf(item.file) === fileNameOf(file));
  const claimed = new Map<ExportItem, JsonObject[]>();
  for (const assignment of assignments) {
    const owners = idsBefore(assignment["id"]).flatMap((id) => byId.get(id) ?? []);
    for (const item of owners.length > 0 ? owners : named) {
      claimed.set(item, [...(claimed.get(item) ?? []), assignment]);
    }
  }
  return claimed;
}

/** `a_b_c` may be an assignment of `a` or of `a_b`: some kinds of policies have a "_" in their ids. */
function idsBefore(assignmentId: unknown): readonly string[] {
  if (typeof assignmentId !== "string") return [];
  const parts = assignmentId.split("_").slice(0, PARTS_OF_AN_ID_MAX);
  return parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join("_"));
}

const PARTS_OF_AN_ID_MAX = 8;

/** Null where files contradict each other. */
function choose(item: ExportItem, claims: readonly Claim[]): Claim | null {
  const [only, second] = claims;
  if (only !== undefined && second === undefined) return only;
  return claims.find(({ file }) => fileNameOf(file) === fileNameOf(item.file)) ?? null;
}

function withAssignments(item: ExportItem, claim: Claim | null): ExportItem {
  if (claim === null) return { ...item, notes: [...item.notes, "assignments_unclear"] };
  const { assignments } = item.json;
  const own = isJsonArray(assignments) ? assignments : [];
  return { ...item, json: { ...item.json, assignments: [...own, ...claim.assignments] } };
}

function reasonOf(
  file: string,
  used: ReadonlySet<string | undefined>,
  claiming: ReadonlySet<string>,
): IgnoredReason {
  if (used.has(file)) return "assignments_read";
  return claiming.has(file) ? "assignments_twice" : "assignments_without_policy";
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf("/")));
}
