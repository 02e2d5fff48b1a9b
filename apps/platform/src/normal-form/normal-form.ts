import { assignmentOf } from "./assignment-of.ts";
import type { PolicyAssignment } from "./assignment-of.ts";
import { isCatalogType } from "./catalog-type.ts";
import { contentOf } from "./content-of.ts";
import { hashOf } from "./hash-of.ts";
import type { HashText } from "./hash-of.ts";
import type { JsonObject } from "./json-value.ts";
import { metaOf } from "./meta-of.ts";
import type { PolicyMeta, PolicySource } from "./meta-of.ts";
import { settingCount } from "./setting-count.ts";
import type { SettingCount } from "./setting-count.ts";
import type { SettingLeaf } from "./setting-leaf.ts";
import { settingLeaves } from "./setting-leaves.ts";

/** A policy in its three parts, each with its own hash, so that a rename is not drift of a setting. */
export interface NormalForm extends SettingCount {
  readonly content: JsonObject;
  readonly assignment: PolicyAssignment;
  readonly meta: PolicyMeta;
  readonly contentHash: HashText<"content">;
  /** Over the targets only: whether they were listed at all is in `assignment.listed`. */
  readonly assignmentHash: HashText<"assignment">;
  readonly metaHash: HashText<"meta">;
  /** Null for types that are not a tree of setting instances. */
  readonly catalogLeaves: readonly SettingLeaf[] | null;
}

/** Pure: same policy, same result, whatever tool or encoding its file came from. */
export function normalForm(source: PolicySource): NormalForm {
  const content = contentOf(source);
  const assignment = assignmentOf(source.json);
  const meta = metaOf(source);
  return {
    content,
    assignment,
    meta,
    contentHash: hashOf("content", content),
    assignmentHash: hashOf("assignment", assignment.targets),
    metaHash: hashOf("meta", { ...meta }),
    ...settingCount(source),
    catalogLeaves: isCatalogType(source.type) ? settingLeaves(content) : null,
  };
}
