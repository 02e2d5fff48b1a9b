import type { LocationPurpose } from "../named-location.ts";
import { always, maybe } from "./field-definition.ts";
import type { FieldDefinition } from "./field-definition.ts";

/** One purpose of conditional access. `outside` adds "everywhere except this named location". */
export interface AccessBlueprint {
  readonly key: string;
  readonly purpose: string;
  readonly outside: LocationPurpose | null;
  readonly fields: readonly FieldDefinition[];
}

const APPS = "conditions/applications/includeApplications";
const CLIENTS = "conditions/clientAppTypes";
const CONTROLS = "grantControls/builtInControls";
const FREQUENCY = "sessionControls/signInFrequency";

const allApps = always(APPS, ["All"]);
const allClients = always(CLIENTS, ["all"]);
const either = always("grantControls/operator", "OR", "AND");
const block = [always("grantControls/operator", "OR"), always(CONTROLS, ["block"])];
const signInRisk = maybe("conditions/signInRiskLevels", ["high"], ["high", "medium"]);
const platforms = maybe(
  "conditions/platforms/includePlatforms",
  ["all"],
  ["iOS", "windows"],
  ["android", "iOS"],
);

export const ACCESS_BLUEPRINTS: readonly AccessBlueprint[] = [
  {
    key: "access-mfa",
    purpose: "Require MFA",
    outside: "office",
    fields: [allApps, allClients, signInRisk, either, always(CONTROLS, ["mfa"])],
  },
  {
    key: "access-legacy",
    purpose: "Block legacy sign-in",
    outside: null,
    fields: [
      allApps,
      always(CLIENTS, ["exchangeActiveSync", "other"], ["other"]),
      platforms,
      ...block,
    ],
  },
  {
    key: "access-device",
    purpose: "Require compliant device",
    outside: null,
    fields: [
      always(APPS, ["Office365"], ["All"]),
      allClients,
      platforms,
      either,
      always(CONTROLS, ["compliantDevice"], ["compliantDevice", "domainJoinedDevice"], ["mfa"]),
    ],
  },
  {
    key: "access-countries",
    purpose: "Block other countries",
    outside: "countries",
    fields: [allApps, allClients, platforms, ...block],
  },
  {
    key: "access-risk",
    purpose: "Act on risky users",
    outside: null,
    fields: [
      allApps,
      allClients,
      always("conditions/userRiskLevels", ["high"], ["high", "medium"]),
      signInRisk,
      always("grantControls/operator", "AND"),
      always(CONTROLS, ["mfa", "passwordChange"], ["passwordChange"]),
    ],
  },
  {
    key: "access-session",
    purpose: "Sign in again regularly",
    outside: null,
    fields: [
      always(APPS, ["MicrosoftAdminPortals"], ["Office365"]),
      allClients,
      platforms,
      always(`${FREQUENCY}/value`, 4, 8, 12, 24),
      always(`${FREQUENCY}/type`, "hours"),
      always(`${FREQUENCY}/authenticationType`, "primaryAndSecondaryAuthentication"),
      always(`${FREQUENCY}/frequencyInterval`, "timeBased"),
      always(`${FREQUENCY}/isEnabled`, true),
    ],
  },
];

const BY_KEY = new Map(ACCESS_BLUEPRINTS.map((blueprint) => [blueprint.key, blueprint]));

export function accessBlueprint(key: string): AccessBlueprint {
  const blueprint = BY_KEY.get(key);
  if (blueprint === undefined) throw new RangeError(`no access blueprint ${key}`);
  return blueprint;
}
