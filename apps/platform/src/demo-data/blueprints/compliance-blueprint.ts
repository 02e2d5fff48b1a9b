import { always, maybe } from "./field-definition.ts";
import type { FieldDefinition } from "./field-definition.ts";

/** One @odata.type of compliance policy; `fields` are the properties that it always writes out. */
export interface ComplianceBlueprint {
  readonly key: string;
  readonly odataType: string;
  readonly platform: string;
  readonly purposes: readonly string[];
  readonly fields: readonly FieldDefinition[];
}

export const COMPLIANCE_BLUEPRINTS: readonly ComplianceBlueprint[] = [
  {
    key: "compliance-windows",
    odataType: "#microsoft.graph.windows10CompliancePolicy",
    platform: "Win",
    purposes: ["Device health", "Defender", "Minimum version", "Encryption"],
    fields: [
      always("bitLockerEnabled", true, false),
      always("secureBootEnabled", true, false),
      always("codeIntegrityEnabled", true, false),
      always("storageRequireEncryption", true, false),
      always("activeFirewallRequired", true, false),
      always("defenderEnabled", true, false),
      always("rtpEnabled", true, false),
      always("antivirusRequired", true, false),
      always("tpmRequired", true, false),
      maybe("osMinimumVersion", "10.0.26100.2033", "10.0.22631.3880", "10.0.19045.4651"),
      maybe("deviceThreatProtectionRequiredSecurityLevel", "low", "medium", "high"),
      maybe("passwordMinimumLength", 14, 10, 8),
    ],
  },
  {
    key: "compliance-macos",
    odataType: "#microsoft.graph.macOSCompliancePolicy",
    platform: "macOS",
    purposes: ["Device health", "Password"],
    fields: [
      always("systemIntegrityProtectionEnabled", true, false),
      always("storageRequireEncryption", true, false),
      always("firewallEnabled", true, false),
      always("firewallEnableStealthMode", true, false),
      always("gatekeeperAllowedAppSource", "macAppStoreAndIdentifiedDevelopers", "anywhere"),
      maybe("osMinimumVersion", "15.3", "14.7", "13.7"),
      maybe("passwordMinimumLength", 12, 8, 6),
    ],
  },
  {
    key: "compliance-ios",
    odataType: "#microsoft.graph.iosCompliancePolicy",
    platform: "iOS",
    purposes: ["Jailbreak", "Passcode"],
    fields: [
      always("securityBlockJailbrokenDevices", true, false),
      always("passcodeRequired", true, false),
      always("passcodeBlockSimple", true, false),
      maybe("passcodeMinimumLength", 8, 6, 4),
      maybe("osMinimumVersion", "18.2", "17.6", "16.7"),
    ],
  },
  {
    key: "compliance-android-work",
    odataType: "#microsoft.graph.androidWorkProfileCompliancePolicy",
    platform: "Android",
    purposes: ["Work profile", "Rooted devices"],
    fields: [
      always("securityBlockJailbrokenDevices", true, false),
      always("storageRequireEncryption", true, false),
      always("passwordRequired", true, false),
      maybe("passwordMinimumLength", 8, 6, 4),
      maybe("minAndroidSecurityPatchLevel", "2025-06-01", "2025-01-01", "2024-07-01"),
      maybe("osMinimumVersion", "14.0", "13.0", "12.0"),
    ],
  },
  {
    key: "compliance-android-owned",
    odataType: "#microsoft.graph.androidDeviceOwnerCompliancePolicy",
    platform: "Android",
    purposes: ["Corporate-owned", "Shared scanner"],
    fields: [
      always("storageRequireEncryption", true, false),
      always("passwordRequired", true, false),
      maybe("passwordMinimumLength", 8, 6),
      maybe("osMinimumVersion", "14.0", "13.0"),
    ],
  },
];

const BY_KEY = new Map(COMPLIANCE_BLUEPRINTS.map((blueprint) => [blueprint.key, blueprint]));

export function complianceBlueprint(key: string): ComplianceBlueprint {
  const blueprint = BY_KEY.get(key);
  if (blueprint === undefined) throw new RangeError(`no compliance blueprint ${key}`);
  return blueprint;
}
