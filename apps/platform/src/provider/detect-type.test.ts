import { expect, test } from "vitest";
import type { JsonObject } from "../normal-form/json-value.ts";
import { detectType } from "./detect-type.ts";
import { intuneManagement } from "./layouts/intune-management.ts";
import { typeArea, typeLabel, typeRole } from "./policy-type.ts";
import { areaLabel } from "./policy-type-row.ts";
import { POLICY_TYPES } from "./policy-type-table.ts";

const detect = (json: JsonObject, file = "a.json") => detectType(json, file, intuneManagement);

test.each([
  ["deviceManagementConfigurationPolicy", "configurationPolicies"],
  ["deviceManagementCompliancePolicy", "compliancePolicies"],
  ["windows10CompliancePolicy", "deviceCompliancePolicies"],
  ["macOSCompliancePolicy", "deviceCompliancePolicies"],
  ["conditionalAccessPolicy", "conditionalAccessPolicies"],
  ["ipNamedLocation", "namedLocations"],
  ["countryNamedLocation", "namedLocations"],
  ["windowsUpdateForBusinessConfiguration", "deviceConfigurations"],
  ["windows10EndpointProtectionConfiguration", "deviceConfigurations"],
  ["iosDeviceFeaturesConfiguration", "deviceConfigurations"],
  ["sharedPCConfiguration", "deviceConfigurations"],
  ["windows81TrustedRootCertificate", "deviceConfigurations"],
  ["windows10PkcsCertificateProfile", "deviceConfigurations"],
  ["windows10EnrollmentCompletionPageConfiguration", "deviceEnrollmentConfigurations"],
  ["deviceEnrollmentPlatformRestriction", "deviceEnrollmentConfigurations"],
  ["deviceEnrollmentWindowsHelloForBusinessConfiguration", "deviceEnrollmentConfigurations"],
  ["iosMobileAppConfiguration", "mobileAppConfigurations"],
  ["androidManagedStoreAppConfiguration", "mobileAppConfigurations"],
  ["targetedManagedAppConfiguration", "targetedManagedAppConfigurations"],
  ["androidManagedAppProtection", "managedAppPolicies"],
  ["mdmWindowsInformationProtectionPolicy", "managedAppPolicies"],
  ["azureADWindowsAutopilotDeploymentProfile", "windowsAutopilotDeploymentProfiles"],
  ["windowsFeatureUpdateProfile", "windowsFeatureUpdateProfiles"],
  ["windowsDriverUpdateProfile", "windowsDriverUpdateProfiles"],
  ["groupPolicyConfiguration", "groupPolicyConfigurations"],
  ["deviceAndAppManagementAssignmentFilter", "assignmentFilters"],
  ["win32LobApp", "mobileApps"],
  ["officeSuiteApp", "mobileApps"],
  ["deviceManagementIntent", "intents"],
  ["group", "groups"],
])("%s belongs to %s, whatever folder it lies in", (odataType, type) => {
  const json = { "@odata.type": `#microsoft.graph.${odataType}` };
  expect(detect(json, "Locations/a.json")).toEqual({ type, typedBy: "odata_type" });
});

test.each([
  ["deviceManagement/configurationPolicies/$entity", "configurationPolicies"],
  ["deviceManagement/configurationPolicies(settings())/$entity", "configurationPolicies"],
  ["deviceManagement/compliancePolicies/$entity", "compliancePolicies"],
  ["identity/conditionalAccess/policies/$entity", "conditionalAccessPolicies"],
  ["groups/$entity", "groups"],
])("the context %s names the collection", (collection, type) => {
  const json = { "@odata.context": `https://graph.microsoft.com/beta/$metadata#${collection}` };
  expect(detect(json)).toEqual({ type, typedBy: "odata_context" });
});

test("shape is evidence where the object names no type", () => {
  const catalog = { settings: [], platforms: "macOS", technologies: "mdm" };
  expect(detect(catalog).type).toBe("configurationPolicies");
  expect(detect({ ...catalog, scheduledActionsForRule: [] }).type).toBe("compliancePolicies");
  expect(detect({ conditions: {}, grantControls: null }).type).toBe("conditionalAccessPolicies");
  expect(detect({ groupTypes: [], securityEnabled: true }).type).toBe("groups");
});

test.each([
  ["SettingsCatalog/a.json", "configurationPolicies"],
  ["Contoso/CompliancePolicies/a.json", "deviceCompliancePolicies"],
  ["compliancepoliciesv2/a.json", "compliancePolicies"],
  ["Groups/UpdatePolicies/a.json", "deviceConfigurations"],
])("the folder of %s is the last evidence", (file, type) => {
  expect(detect({ displayName: "x" }, file)).toEqual({ type, typedBy: "folder" });
});

test.each([
  [{ "@odata.type": "#microsoft.graph.newThing" }, "Locations/a.json", "other:newThing"],
  [{ "@odata.type": "#microsoft.graph.../../etc\n" }, "a.json", "other:.._.._etc_"],
  [{}, "My Folder/a.json", "other:My_Folder"],
  [{}, "constructor/a.json", "other:constructor"],
  [{ "@odata.type": 7 }, "a.json", "other:unknown"],
])("an object of an unknown type is kept under its own name: %j in %s", (json, file, type) => {
  expect(detect(json as JsonObject, file).type).toBe(type);
});

test("every type of the table has one row, a label and an area", () => {
  const types = POLICY_TYPES.map((row) => row.type);
  expect(new Set(types).size).toBe(types.length);
  expect(types.length).toBeGreaterThanOrEqual(40);
  expect(typeLabel("namedLocations")).toBe("Named locations");
  expect(areaLabel(typeArea("namedLocations"))).toBe("Conditional access");
  expect(typeLabel("other:newThing")).toBe("newThing");
  expect(typeArea("other:newThing")).toBe("other");
  expect([typeRole("groups"), typeRole("namedLocations")]).toEqual(["supporting", "policy"]);
});
