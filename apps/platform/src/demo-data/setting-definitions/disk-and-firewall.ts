import { choice, group, list, text } from "../setting-definition.ts";
import type { SettingDefinition } from "../setting-definition.ts";

const BITLOCKER = "device_vendor_msft_bitlocker_";
const METHODS = `${BITLOCKER}encryptionmethodbydrivetype`;
const FIREWALL = "vendor_msft_firewall_mdmstore_";
const RULE = `${FIREWALL}firewallrules_{firewallrulename}`;

export const DISK_SETTINGS: readonly SettingDefinition[] = [
  choice(`${BITLOCKER}requiredeviceencryption`, ["1", "0"]),
  choice(
    `${BITLOCKER}allowwarningforotherdiskencryption`,
    ["0", "1"],
    [choice(`${BITLOCKER}allowstandarduserencryption`, ["1", "0"])],
  ),
  choice(`${BITLOCKER}configurerecoverypasswordrotation`, ["2", "1", "0"]),
  choice(
    METHODS,
    ["1", "0"],
    [
      choice(`${METHODS}_encryptionmethodwithxtsosdropdown_name`, ["7", "6", "4"]),
      choice(`${METHODS}_encryptionmethodwithxtsfdvdropdown_name`, ["7", "6", "4"]),
      choice(`${METHODS}_encryptionmethodwithxtsrdvdropdown_name`, ["7", "6", "3"]),
    ],
  ),
];

function firewallProfile(profile: string): SettingDefinition {
  const id = `${FIREWALL}${profile}_`;
  return choice(
    `${id}enablefirewall`,
    ["true", "false"],
    [
      choice(`${id}defaultinboundaction`, ["1", "0"]),
      choice(`${id}disableinboundnotifications`, ["true", "false"]),
    ],
  );
}

export const FIREWALL_SETTINGS: readonly SettingDefinition[] = [
  firewallProfile("domainprofile"),
  firewallProfile("privateprofile"),
  firewallProfile("publicprofile"),
];

export const FIREWALL_RULE_SETTINGS: readonly SettingDefinition[] = [
  group(
    RULE,
    [
      text(
        `${RULE}_name`,
        "Remote support",
        "Print server",
        "Meeting room display",
        "Backup agent",
      ),
      choice(`${RULE}_enabled`, ["1", "0"]),
      choice(`${RULE}_direction`, ["in", "out"]),
      list(`${RULE}_localportranges`, "443", "3389", "5985-5986", "9100", "8443"),
    ],
    4,
  ),
];
