/** Types that are used by others or hold for the whole tenant: nobody can be assigned to them. */
const NOT_ASSIGNABLE: ReadonlySet<string> = new Set([
  "namedLocations",
  "authenticationStrengths",
  "authenticationContexts",
  "roleScopeTags",
  "assignmentFilters",
  "reusablePolicySettings",
  "notificationMessageTemplates",
  "managementConditions",
  "deviceComplianceScripts",
  "groupPolicyUploadedDefinitionFiles",
  "brandingLocalizations",
]);

export function isAssignableType(type: string): boolean {
  return !NOT_ASSIGNABLE.has(type);
}
