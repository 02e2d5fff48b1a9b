import { ANTIVIRUS_SETTINGS, ATTACK_SURFACE_SETTINGS } from "../setting-definitions/defender.ts";
import { HARDENING_SETTINGS } from "../setting-definitions/device-security.ts";
import {
  DISK_SETTINGS,
  FIREWALL_RULE_SETTINGS,
  FIREWALL_SETTINGS,
} from "../setting-definitions/disk-and-firewall.ts";
import { EDGE_DEVICE_SETTINGS, UPDATE_SETTINGS } from "../setting-definitions/updates-and-apps.ts";
import type { CatalogBlueprint } from "./catalog-blueprint.ts";
import { purpose, template, windows } from "./windows-shape.ts";

const secured = { ...windows, technologies: "mdm,microsoftSense" } as const;

/** The baseline draws from all device settings, so it is the blueprint of policies beyond one page of 25. */
export const WINDOWS_BASELINE: CatalogBlueprint = {
  ...windows,
  key: "win-baseline",
  area: "Device Security",
  purposes: [
    purpose("Security baseline", "enablevirtualizationbasedsecurity"),
    purpose("Hardening", "machineinactivitylimit", "smartscreen_enablesmartscreeninshell"),
    purpose("Remote access", "allowuserstoconnectremotely"),
    purpose("Removable storage", "removablediskdenywriteaccess"),
    purpose("Screen lock", "maxinactivitytimedevicelock"),
    purpose("Diagnostics", "system_allowtelemetry"),
  ],
  definitions: [
    ...HARDENING_SETTINGS,
    ...ANTIVIRUS_SETTINGS,
    ...DISK_SETTINGS,
    ...FIREWALL_SETTINGS,
    ...UPDATE_SETTINGS,
    ...EDGE_DEVICE_SETTINGS,
  ],
};

export const WINDOWS_PROTECTION: readonly CatalogBlueprint[] = [
  WINDOWS_BASELINE,
  {
    ...secured,
    key: "win-antivirus",
    area: "Defender Antivirus",
    template: template("Antivirus", "Microsoft Defender Antivirus"),
    purposes: [
      purpose("Real-time protection", "allowrealtimemonitoring", "allowbehaviormonitoring"),
      purpose("Cloud protection", "allowcloudprotection", "cloudblocklevel"),
      purpose("Exclusions", "excludedpaths", "excludedextensions"),
      purpose("Scheduled scan", "schedulescanday", "avgcpuloadfactor"),
    ],
    definitions: ANTIVIRUS_SETTINGS,
  },
  {
    ...secured,
    key: "win-attack-surface",
    area: "Defender ASR",
    template: template("AttackSurfaceReduction", "Attack Surface Reduction Rules"),
    purposes: [
      purpose("Rules", "attacksurfacereductionrules"),
      purpose("Controlled folders", "enablecontrolledfolderaccess"),
    ],
    definitions: ATTACK_SURFACE_SETTINGS,
  },
  {
    ...windows,
    key: "win-disk",
    area: "BitLocker",
    template: template("DiskEncryption", "BitLocker"),
    purposes: [
      purpose("Silent encryption", "requiredeviceencryption", "allowwarningforotherdiskencryption"),
      purpose("Recovery keys", "configurerecoverypasswordrotation"),
      purpose("Methods", "encryptionmethodbydrivetype"),
    ],
    definitions: DISK_SETTINGS,
  },
  {
    ...secured,
    key: "win-firewall",
    area: "Firewall",
    template: template("Firewall", "Windows Firewall"),
    purposes: [
      purpose("All profiles", "domainprofile_enablefirewall", "publicprofile_enablefirewall"),
    ],
    definitions: FIREWALL_SETTINGS,
  },
  {
    ...secured,
    key: "win-firewall-rules",
    area: "Firewall",
    template: template("Firewall", "Windows Firewall Rules"),
    purposes: [purpose("Inbound rules", "{firewallrulename}")],
    definitions: FIREWALL_RULE_SETTINGS,
  },
];
