// With full metadata every nested object carries `@odata.type`; with minimal metadata only those do
// whose type is derived from the declared one. The declared ones say nothing, and dropping them makes
// a policy equal to itself across both forms.
const DECLARED: ReadonlySet<string> = new Set([
  "#microsoft.graph.devicemanagementconfigurationsetting",
  "#microsoft.graph.devicemanagementconfigurationchoicesettingvalue",
  "#microsoft.graph.devicemanagementconfigurationgroupsettingvalue",
  "#microsoft.graph.devicemanagementconfigurationpolicytemplatereference",
  "#microsoft.graph.devicemanagementconfigurationsettinginstancetemplatereference",
  "#microsoft.graph.devicemanagementconfigurationsettingvaluetemplatereference",
  "#microsoft.graph.devicecompliancescheduledactionforrule",
  "#microsoft.graph.devicecomplianceactionitem",
  "#microsoft.graph.authenticationstrengthpolicy",
  "#microsoft.graph.applicationenforcedrestrictionssessioncontrol",
  "#microsoft.graph.cloudappsecuritysessioncontrol",
  "#microsoft.graph.continuousaccessevaluationsessioncontrol",
  "#microsoft.graph.persistentbrowsersessioncontrol",
  "#microsoft.graph.securesigninsessioncontrol",
  "#microsoft.graph.signinfrequencysessioncontrol",
]);

// Two conditional access types are derived and carry meaning: all tenants, or a list of them.
const DERIVED_ACCESS = /externaltenants$/;

/** Whether this `@odata.type` of a nested object only repeats what its place already says. */
export function isDeclaredType(odataType: string): boolean {
  const name = odataType.toLowerCase();
  if (DECLARED.has(name)) return true;
  return name.startsWith("#microsoft.graph.conditionalaccess") && !DERIVED_ACCESS.test(name);
}
