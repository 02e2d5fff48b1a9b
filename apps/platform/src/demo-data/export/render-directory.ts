import type { Group } from "../group.ts";
import type { NamedLocation } from "../named-location.ts";
import type { TenantMonth } from "../tenant-month.ts";
import { collection, dateTime, enumeration, links } from "./annotation.ts";
import type { JsonObject } from "./annotation.ts";

export function renderGroup(group: Group): JsonObject {
  const dynamic = group.rule !== null;
  return {
    "@odata.context": "https://graph.microsoft.com/beta/$metadata#groups/$entity",
    ...links("#microsoft.graph.group", `groups('${group.id}')`),
    id: group.id,
    deletedDateTime: null,
    classification: null,
    ...dateTime("createdDateTime", group.createdAt),
    description: null,
    displayName: group.name,
    ...collection("groupTypes", dynamic ? ["DynamicMembership"] : []),
    mail: null,
    mailEnabled: false,
    mailNickname: group.nickname,
    membershipRule: group.rule,
    membershipRuleProcessingState: dynamic ? "On" : null,
    onPremisesSyncEnabled: null,
    ...collection("proxyAddresses", []),
    securityEnabled: true,
    uniqueName: `${group.nickname}@${group.domain}`,
    visibility: null,
  };
}

export function renderLocation(location: NamedLocation): JsonObject {
  const address = `identity/conditionalAccess/namedLocations('${location.id}')`;
  const type = location.kind === "ranges" ? "ipNamedLocation" : "countryNamedLocation";
  return {
    "@odata.context":
      "https://graph.microsoft.com/beta/$metadata#identity/conditionalAccess/namedLocations/$entity",
    ...links(`#microsoft.graph.${type}`, address),
    id: location.id,
    displayName: location.name,
    ...dateTime("createdDateTime", location.createdAt),
    ...dateTime("modifiedDateTime", location.createdAt),
    deletedDateTime: null,
    ...(location.kind === "ranges" ? renderRanges(location.ranges) : renderCountries(location)),
  };
}

function renderRanges(ranges: readonly string[]): JsonObject {
  const values = ranges.map((cidrAddress) => ({
    "@odata.type": "#microsoft.graph.iPv4CidrRange",
    cidrAddress,
  }));
  return { isTrusted: true, ...collection("ipRanges", values, "microsoft.graph.ipRange") };
}

function renderCountries(location: { readonly countries: readonly string[] }): JsonObject {
  return {
    ...collection("countriesAndRegions", location.countries),
    ...enumeration("countryLookupMethod", "countryLookupMethodType", "clientIpAddress"),
    includeUnknownCountriesAndRegions: false,
  };
}

/** The exporter's table of what assignments point at, from which an import finds its way by name. */
export function renderMigrationTable(tenant: TenantMonth): JsonObject {
  return {
    TenantId: tenant.tenantId,
    Organization: tenant.customer.name,
    Objects: tenant.groups.map((group) => ({
      Id: group.id,
      DisplayName: group.name,
      Type: "Group",
    })),
  };
}
