// Onboarding packages are made per tenant. That one is set is policy; which one it is can never be
// equal in two tenants and would show as drift for ever.
const TENANT_GENERATED =
  /^device_vendor_msft_windowsadvancedthreatprotection_(on|off)boarding(_fromconnector)?$/i;

export const TENANT_GENERATED_VALUE = "(made by the tenant)";

export function isTenantGenerated(settingDefinitionId: string): boolean {
  return TENANT_GENERATED.test(settingDefinitionId);
}
