import { asSet } from "./canonical-json.ts";
import { isCatalogType } from "./catalog-type.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { isJsonArray } from "./json-value.ts";

/** What a policy is called and who may see it; a change here is a rename, not drift of a setting. */
export interface PolicyMeta {
  readonly name: string | null;
  readonly description: string | null;
  readonly scopeTags: readonly JsonValue[];
}

export interface PolicySource {
  readonly type: string;
  readonly json: JsonObject;
}

const SCOPE_TAGS = "roleScopeTagIds";

// Two odd types: in a branding profile `displayName` is what employees see, hence content.
const NAME_FIELDS: ReadonlyMap<string, string> = new Map([
  ["intuneBrandingProfiles", "profileName"],
  ["groupPolicyUploadedDefinitionFiles", "fileName"],
]);

export function metaOf(source: PolicySource): PolicyMeta {
  const { json } = source;
  const tags = json[SCOPE_TAGS];
  return {
    name: textOrNull(json[nameField(source)]),
    description: textOrNull(json[descriptionField(source.type)]),
    scopeTags: isJsonArray(tags) ? asSet(tags.filter((tag) => tag !== null)) : [],
  };
}

/** The top-level properties that `metaOf` answers for, so that content holds the rest. */
export function metaFields(source: PolicySource): ReadonlySet<string> {
  return new Set([nameField(source), descriptionField(source.type), SCOPE_TAGS]);
}

function nameField({ type, json }: PolicySource): string {
  const odd = NAME_FIELDS.get(type);
  if (odd !== undefined) return odd;
  const [first, second] = isCatalogType(type) ? ["name", "displayName"] : ["displayName", "name"];
  return typeof json[first] === "string" || typeof json[second] !== "string" ? first : second;
}

function descriptionField(type: string): string {
  return type === "intuneBrandingProfiles" ? "profileDescription" : "description";
}

function textOrNull(value: JsonValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}
