import { isJsonObject } from "../normal-form/json-value.ts";
import type { JsonObject } from "../normal-form/json-value.ts";
import type { ExportLayout } from "./export-layout.ts";
import type { TypedBy } from "./export-reading.ts";
import { POLICY_TYPES } from "./policy-type-table.ts";
import type { ItemType, PolicyType } from "./policy-type.ts";
import type { PolicyTypeRow } from "./policy-type-row.ts";

export interface DetectedType {
  readonly type: ItemType;
  readonly typedBy: TypedBy;
}

const PREFIX = "#microsoft.graph.";
const OTHER_NAME_CHARACTERS_MAX = 80;

/** Never fails: what nothing is known of becomes `other:<its own type, or its folder>`. */
export function detectType(json: JsonObject, file: string, layout: ExportLayout): DetectedType {
  const own = ownType(json);
  if (own !== null) return own;
  const folder = layout.typeOfFolder(file);
  const odataType = odataName(json);
  // An unknown type that the object itself states outweighs the folder somebody put it in.
  if (odataType !== null) return { type: other(odataType), typedBy: "odata_type" };
  if (folder !== null) return { type: folder, typedBy: "folder" };
  return { type: other(file.split("/").at(-2) ?? "unknown"), typedBy: "nothing" };
}

/** The type by what is in the object alone; null where it says nothing that is known. */
export function ownType(json: JsonObject): DetectedType | null {
  const odataType = odataName(json);
  const byOdata = odataType === null ? null : typeOfOdata(odataType.toLowerCase());
  if (byOdata !== null) return { type: byOdata, typedBy: "odata_type" };
  const byContext = typeOfContext(json["@odata.context"]);
  if (byContext !== null) return { type: byContext, typedBy: "odata_context" };
  const byShape = odataType === null ? typeOfShape(json) : null;
  return byShape === null ? null : { type: byShape, typedBy: "shape" };
}

function odataName(json: JsonObject): string | null {
  const value = json["@odata.type"];
  if (typeof value !== "string") return null;
  const name = value.toLowerCase().startsWith(PREFIX) ? value.slice(PREFIX.length) : value;
  return name === "" ? null : name;
}

function typeOfOdata(name: string): PolicyType | null {
  for (const row of POLICY_TYPES) {
    const looks: PolicyTypeRow["odata"] = row.odata;
    if (looks.some((look) => (typeof look === "string" ? look === name : look.test(name)))) {
      return row.type;
    }
  }
  return null;
}

// "…/$metadata#deviceManagement/configurationPolicies(settings())/$entity"
function typeOfContext(context: unknown): PolicyType | null {
  if (typeof context !== "string") return null;
  const collection = /#([A-Za-z/]{1,200})/.exec(context)?.[1]?.replace(/\/$/, "").toLowerCase();
  return POLICY_TYPES.find((row) => row.collection.toLowerCase() === collection)?.type ?? null;
}

function typeOfShape(json: JsonObject): PolicyType | null {
  if ("settings" in json && "platforms" in json && "technologies" in json) {
    return "scheduledActionsForRule" in json ? "compliancePolicies" : "configurationPolicies";
  }
  if (isJsonObject(json["conditions"]) && ("grantControls" in json || "sessionControls" in json)) {
    return "conditionalAccessPolicies";
  }
  return "groupTypes" in json && "securityEnabled" in json ? "groups" : null;
}

// The name is foreign: it becomes part of keys and labels, so only plain characters of it are kept.
function other(name: string): `other:${string}` {
  const plain = name.replaceAll(/[^A-Za-z0-9_.-]+/g, "_").slice(0, OTHER_NAME_CHARACTERS_MAX);
  return `other:${plain === "" || plain === "_" ? "unknown" : plain}`;
}
