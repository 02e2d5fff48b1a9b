import type { LeafValue } from "../normal-form/setting-leaf.ts";

/**
 * Where it is known which of two values protects more. `definition` is the last step of a leaf's path; `values` run
 * from the strictest to the weakest, `number` says which way is stricter. What is not listed here has no order:
 * an ending of `_0` or `_1`, `enabled` or `block` says nothing by itself.
 */
export type KnownOrder =
  | { readonly definition: string; readonly values: readonly (string | boolean)[] }
  | { readonly definition: string; readonly number: "higher_is_stricter" | "lower_is_stricter" };

const DEFENDER = "device_vendor_msft_policy_config_defender_";
const RULES = `${DEFENDER}attacksurfacereductionrules_`;
const CONFIG = "device_vendor_msft_policy_config_";
const BITLOCKER = "device_vendor_msft_bitlocker_";
const FIREWALL = "vendor_msft_firewall_mdmstore_";
const LAPS = "device_vendor_msft_laps_policies_";
const MAC_WALL = "com.apple.security.firewall_";

/** Options of one choice, by the ends of their ids. */
function options(definition: string, ...ends: readonly string[]): KnownOrder {
  return { definition, values: ends.map((end) => `${definition}_${end}`) };
}

/** Sources: the CSP reference of Microsoft, its list of attack surface reduction modes, Graph's compliance types. */
export const KNOWN_ORDERS: readonly KnownOrder[] = [
  ...[
    "allowrealtimemonitoring",
    "allowcloudprotection",
    "allowbehaviormonitoring",
    "allowarchivescanning",
  ].map((name) => options(`${DEFENDER}${name}`, "1", "0")),
  options(`${DEFENDER}puaprotection`, "1", "2", "0"),
  options(`${DEFENDER}enablenetworkprotection`, "1", "2", "0"),
  options(`${DEFENDER}enablecontrolledfolderaccess`, "1", "2", "0"),
  options(`${DEFENDER}cloudblocklevel`, "6", "4", "2", "0"),
  ...[
    "blockexecutionofpotentiallyobfuscatedscripts",
    "blockcredentialstealingfromwindowslocalsecurityauthoritysubsystem",
    "blockallofficeapplicationsfromcreatingchildprocesses",
    "blockuntrustedunsignedprocessesthatrunfromusb",
    "useadvancedprotectionagainstransomware",
  ].map((name) => options(`${RULES}${name}`, "block", "warn", "audit", "off")),
  { definition: `${CONFIG}devicelock_mindevicepasswordlength`, number: "higher_is_stricter" },
  options(`${CONFIG}devicelock_devicepasswordenabled`, "0", "1"),
  options(`${CONFIG}smartscreen_enablesmartscreeninshell`, "1", "0"),
  options(`${CONFIG}smartscreen_preventoverrideforfilesinshell`, "1", "0"),
  options(`${CONFIG}deviceguard_enablevirtualizationbasedsecurity`, "1", "0"),
  options(`${CONFIG}storage_removablediskdenywriteaccess`, "1", "0"),
  options(`${BITLOCKER}requiredeviceencryption`, "1", "0"),
  ...["domainprofile", "privateprofile", "publicprofile"].flatMap((profile) => [
    options(`${FIREWALL}${profile}_enablefirewall`, "true", "false"),
    options(`${FIREWALL}${profile}_defaultinboundaction`, "1", "0"),
  ]),
  { definition: `${LAPS}passwordlength`, number: "higher_is_stricter" },
  options(`${MAC_WALL}enablefirewall`, "true", "false"),
  options(`${MAC_WALL}enablestealthmode`, "true", "false"),
  ...[
    "activeFirewallRequired",
    "antivirusRequired",
    "bitLockerEnabled",
    "codeIntegrityEnabled",
    "defenderEnabled",
    "firewallEnabled",
    "passcodeBlockSimple",
    "passcodeRequired",
    "passwordRequired",
    "rtpEnabled",
    "secureBootEnabled",
    "securityBlockJailbrokenDevices",
    "storageRequireEncryption",
    "systemIntegrityProtectionEnabled",
    "tpmRequired",
  ].map((definition) => ({ definition, values: [true, false] })),
  { definition: "passwordMinimumLength", number: "higher_is_stricter" },
  { definition: "passcodeMinimumLength", number: "higher_is_stricter" },
];

const BY_DEFINITION = new Map(KNOWN_ORDERS.map((order) => [order.definition, order]));

/** True only where the order of the two values is known. */
export function isWeakerValue(path: string, expected: LeafValue, found: LeafValue): boolean {
  const order = BY_DEFINITION.get(lastStep(path));
  if (order === undefined) return false;
  if ("values" in order) {
    const before = order.values.findIndex((value) => value === expected);
    const now = order.values.findIndex((value) => value === found);
    return before !== -1 && now > before;
  }
  if (typeof expected !== "number" || typeof found !== "number") return false;
  return order.number === "higher_is_stricter" ? found < expected : found > expected;
}

function lastStep(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
