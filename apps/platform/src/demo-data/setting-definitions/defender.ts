import { choice, group, integer, list } from "../setting-definition.ts";
import type { SettingDefinition } from "../setting-definition.ts";

const DEFENDER = "device_vendor_msft_policy_config_defender_";
const RULES = `${DEFENDER}attacksurfacereductionrules`;
const RULE_OPTIONS = ["block", "audit", "warn", "off"];

export const ANTIVIRUS_SETTINGS: readonly SettingDefinition[] = [
  choice(`${DEFENDER}allowrealtimemonitoring`, ["1", "0"]),
  choice(`${DEFENDER}allowcloudprotection`, ["1", "0"]),
  choice(`${DEFENDER}allowbehaviormonitoring`, ["1", "0"]),
  choice(`${DEFENDER}allowarchivescanning`, ["1", "0"]),
  choice(`${DEFENDER}puaprotection`, ["1", "2", "0"]),
  choice(`${DEFENDER}cloudblocklevel`, ["2", "4", "6", "0"]),
  integer(`${DEFENDER}cloudextendedtimeout`, 50, 30, 10, 0),
  integer(`${DEFENDER}avgcpuloadfactor`, 50, 30, 80),
  choice(`${DEFENDER}enablenetworkprotection`, ["1", "2", "0"]),
  choice(`${DEFENDER}submitsamplesconsent`, ["3", "1", "0", "2"]),
  choice(`${DEFENDER}schedulescanday`, ["4", "0", "1", "8"]),
  list(
    `${DEFENDER}excludedpaths`,
    "C:\\ProgramData\\LineOfBusiness\\Cache",
    "D:\\Databases",
    "C:\\BuildAgent\\work",
    "%ProgramFiles%\\Scanner\\Spool",
    "E:\\Backup\\Staging",
  ),
  list(`${DEFENDER}excludedextensions`, ".mdf", ".ldf", ".bak", ".vhdx", ".edb"),
];

export const ATTACK_SURFACE_SETTINGS: readonly SettingDefinition[] = [
  group(RULES, [
    choice(`${RULES}_blockexecutionofpotentiallyobfuscatedscripts`, RULE_OPTIONS),
    choice(
      `${RULES}_blockcredentialstealingfromwindowslocalsecurityauthoritysubsystem`,
      RULE_OPTIONS,
    ),
    choice(`${RULES}_blockallofficeapplicationsfromcreatingchildprocesses`, RULE_OPTIONS),
    choice(`${RULES}_blockuntrustedunsignedprocessesthatrunfromusb`, RULE_OPTIONS),
    choice(`${RULES}_useadvancedprotectionagainstransomware`, RULE_OPTIONS),
  ]),
  choice(`${DEFENDER}enablecontrolledfolderaccess`, ["1", "2", "0"]),
  list(
    `${DEFENDER}controlledfolderaccessprotectedfolders`,
    "C:\\Users\\Public\\Documents",
    "D:\\Drawings",
    "D:\\Payroll",
  ),
];
