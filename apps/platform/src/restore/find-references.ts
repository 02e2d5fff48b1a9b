import { asSet } from "../normal-form/canonical-json.ts";
import { isJsonArray, isJsonObject } from "../normal-form/json-value.ts";
import type { JsonObject, JsonValue } from "../normal-form/json-value.ts";
import type { DesiredState } from "./desired-state.ts";
import type { ReferenceKind } from "./restore-plan.ts";

export interface Reference {
  readonly kind: ReferenceKind;
  readonly id: string;
}

const KIND_OF_LIST: Readonly<Record<string, ReferenceKind>> = {
  includeGroups: "groups",
  excludeGroups: "groups",
  includeLocations: "namedLocations",
  excludeLocations: "namedLocations",
};
const KIND_OF_FIELD: Readonly<Record<string, ReferenceKind>> = {
  groupId: "groups",
  deviceAndAppManagementAssignmentFilterId: "assignmentFilters",
};
const NOTHING = "00000000-0000-0000-0000-000000000000";
/** Made by the service, the same in every tenant: a word, the trusted addresses, the three built-in strengths. */
const EVERYWHERE = /^(?:All|AllTrusted|None|00000000-0000-0000-0000-00000000000[0-9])$/;

/** What a state refers to by an id that only has a meaning in its tenant; users, roles and apps are kept as they are. */
export function findReferences(state: DesiredState): readonly Reference[] {
  const found = new Map<string, Reference>();
  const note = (kind: ReferenceKind, id: JsonValue | undefined): void => {
    if (typeof id !== "string" || id === "" || EVERYWHERE.test(id)) return;
    found.set(`${kind} ${id}`, { kind, id });
  };
  visit(state.content, note);
  for (const entry of state.assignment ?? []) visit(entry, note);
  for (const tag of state.meta.scopeTags) if (tag !== "0") note("roleScopeTags", tag);
  return [...found.values()];
}

/** The same state with each id replaced by what it means in the target; an unknown id stays. */
export function mapReferences(
  state: DesiredState,
  meaning: (reference: Reference) => string | null,
): DesiredState {
  const mapped = (kind: ReferenceKind, id: JsonValue): JsonValue =>
    typeof id === "string" && id !== NOTHING ? (meaning({ kind, id }) ?? id) : id;
  return {
    content: rewrite(state.content, mapped) as JsonObject,
    meta: {
      ...state.meta,
      scopeTags: state.meta.scopeTags.map((tag) => mapped("roleScopeTags", tag)),
    },
    assignment:
      state.assignment === null
        ? null
        : asSet(state.assignment.map((entry) => rewrite(entry, mapped))),
  };
}

function visit(
  value: JsonValue,
  note: (kind: ReferenceKind, id: JsonValue | undefined) => void,
): void {
  if (isJsonArray(value)) return value.forEach((entry) => visit(entry, note));
  if (!isJsonObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const list = KIND_OF_LIST[key];
    const field = KIND_OF_FIELD[key];
    if (list !== undefined && isJsonArray(inner)) inner.forEach((id) => note(list, id));
    else if (field !== undefined) note(field, inner);
    else if (key === "authenticationStrength" && isJsonObject(inner)) {
      note("authenticationStrengths", inner["id"]);
    } else visit(inner, note);
  }
}

function rewrite(
  value: JsonValue,
  mapped: (kind: ReferenceKind, id: JsonValue) => JsonValue,
): JsonValue {
  if (isJsonArray(value)) return value.map((entry) => rewrite(entry, mapped));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]): [string, JsonValue] => {
      const list = KIND_OF_LIST[key];
      const field = KIND_OF_FIELD[key];
      if (list !== undefined && isJsonArray(inner))
        return [key, inner.map((id) => mapped(list, id))];
      if (field !== undefined) return [key, mapped(field, inner)];
      if (key === "authenticationStrength" && isJsonObject(inner)) {
        const id = inner["id"] ?? null;
        return [
          key,
          { ...inner, ...(id === null ? {} : { id: mapped("authenticationStrengths", id) }) },
        ];
      }
      return [key, rewrite(inner, mapped)];
    }),
  );
}
