import type { AccessPolicy, Assignment, Field } from "../policy.ts";
import { collection, dateTime, enumeration, links } from "./annotation.ts";
import type { JsonObject } from "./annotation.ts";

type Values = ReadonlyMap<string, Field["value"]>;

export function renderAccessPolicy(policy: AccessPolicy): JsonObject {
  const values = new Map(policy.fields.map((field) => [field.path, field.value]));
  const address = `identity/conditionalAccess/policies('${policy.id}')`;
  return {
    "@odata.context":
      "https://graph.microsoft.com/beta/$metadata#identity/conditionalAccess/policies/$entity",
    ...links("#microsoft.graph.conditionalAccessPolicy", address),
    id: policy.id,
    templateId: null,
    displayName: policy.name,
    ...dateTime("createdDateTime", policy.createdAt),
    ...dateTime("modifiedDateTime", policy.modifiedAt),
    ...enumeration("state", "conditionalAccessPolicyState", policy.state),
    deletedDateTime: null,
    partialEnablementStrategy: null,
    sessionControls: renderSession(values),
    conditions: renderConditions(policy, values),
    grantControls: renderGrant(values),
  };
}

function renderConditions(policy: AccessPolicy, values: Values): JsonObject {
  const at = (name: string) => listAt(values, `conditions/${name}`);
  return {
    "@odata.type": "#microsoft.graph.conditionalAccessConditionSet",
    ...collection("userRiskLevels", at("userRiskLevels"), "microsoft.graph.riskLevel"),
    ...collection("signInRiskLevels", at("signInRiskLevels"), "microsoft.graph.riskLevel"),
    ...collection(
      "clientAppTypes",
      at("clientAppTypes"),
      "microsoft.graph.conditionalAccessClientApp",
    ),
    ...collection("servicePrincipalRiskLevels", [], "microsoft.graph.riskLevel"),
    devices: null,
    clientApplications: null,
    applications: {
      ...collection("includeApplications", at("applications/includeApplications")),
      ...collection("excludeApplications", []),
      ...collection("includeUserActions", []),
      ...collection("includeAuthenticationContextClassReferences", []),
    },
    users: renderUsers(policy.assignments),
    platforms: renderPair("Platforms", at("platforms/includePlatforms"), []),
    locations: renderPair(
      "Locations",
      at("locations/includeLocations"),
      at("locations/excludeLocations"),
    ),
  };
}

function renderUsers(assignments: readonly Assignment[]): JsonObject {
  const groups = (kind: "include" | "exclude") =>
    assignments.flatMap((one) => (one.kind === kind ? [one.group] : []));
  const everybody = assignments.some((one) => one.kind === "all-users");
  const nobody = !everybody && groups("include").length === 0;
  return {
    ...collection("includeUsers", everybody ? ["All"] : nobody ? ["None"] : []),
    ...collection("excludeUsers", []),
    ...collection("includeGroups", groups("include")),
    ...collection("excludeGroups", groups("exclude")),
    ...collection("includeRoles", []),
    ...collection("excludeRoles", []),
  };
}

function renderPair(
  of: "Platforms" | "Locations",
  include: readonly string[],
  exclude: readonly string[],
): JsonObject | null {
  if (include.length + exclude.length === 0) return null;
  return { ...collection(`include${of}`, include), ...collection(`exclude${of}`, exclude) };
}

function renderGrant(values: Values): JsonObject | null {
  const operator = values.get("grantControls/operator") ?? null;
  if (operator === null) return null;
  return {
    operator,
    ...collection(
      "builtInControls",
      listAt(values, "grantControls/builtInControls"),
      "microsoft.graph.conditionalAccessGrantControl",
    ),
    ...collection("customAuthenticationFactors", []),
    ...collection("termsOfUse", []),
    authenticationStrength: null,
  };
}

function renderSession(values: Values): JsonObject | null {
  const above = "sessionControls/signInFrequency/";
  const own = [...values].filter(([path]) => path.startsWith(above));
  if (own.length === 0) return null;
  const signInFrequency = Object.fromEntries(
    own.map(([path, value]) => [path.slice(above.length), value]),
  );
  return {
    disableResilienceDefaults: null,
    applicationEnforcedRestrictions: null,
    cloudAppSecurity: null,
    persistentBrowser: null,
    signInFrequency,
  };
}

function listAt(values: Values, path: string): readonly string[] {
  const value = values.get(path);
  return typeof value === "object" && value !== null ? value : [];
}
