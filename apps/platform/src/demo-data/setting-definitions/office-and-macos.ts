import { choice, group, integer } from "../setting-definition.ts";
import type { SettingDefinition } from "../setting-definition.ts";

function macroSettings(app: string, folder: string): readonly SettingDefinition[] {
  const id = `user_vendor_msft_policy_config_${app}16v2~policy~l_microsoftoffice${folder}~l_${app}options~l_security~l_trustcenter`;
  return [
    choice(`${id}_l_blockmacroexecutionfrominternet`, ["1", "0"]),
    choice(
      `${id}_l_vbawarningspolicy`,
      ["1", "0"],
      [choice(`${id}_l_vbawarningspolicy_l_empty`, ["3", "4", "2", "1"])],
    ),
  ];
}

export const OFFICE_SETTINGS: readonly SettingDefinition[] = [
  ...macroSettings("word", "word"),
  ...macroSettings("excel", "excel"),
  ...macroSettings("ppt", "powerpoint"),
];

const VAULT = "com.apple.mcx.filevault2_";
const WALL = "com.apple.security.firewall_";
const ACCESS = "com.apple.applicationaccess_";
const SCREEN = "com.apple.screensaver_";

export const MAC_DISK_SETTINGS: readonly SettingDefinition[] = [
  group(`${VAULT}com.apple.mcx.filevault2`, [
    choice(`${VAULT}enable`, ["0", "1"]),
    choice(`${VAULT}defer`, ["true", "false"]),
    choice(`${VAULT}showrecoverykey`, ["false", "true"]),
  ]),
];

export const MAC_FIREWALL_SETTINGS: readonly SettingDefinition[] = [
  group(`${WALL}com.apple.security.firewall`, [
    choice(`${WALL}enablefirewall`, ["true", "false"]),
    choice(`${WALL}enablestealthmode`, ["true", "false"]),
  ]),
];

export const MAC_RESTRICTION_SETTINGS: readonly SettingDefinition[] = [
  group(`${ACCESS}com.apple.applicationaccess`, [
    choice(`${ACCESS}allowairdrop`, ["false", "true"]),
    choice(`${ACCESS}allowcloudkeychainsync`, ["false", "true"]),
  ]),
  group(`${SCREEN}com.apple.screensaver`, [
    integer(`${SCREEN}idletime`, 600, 900, 1200),
    choice(`${SCREEN}askforpassword`, ["true", "false"]),
    integer(`${SCREEN}askforpassworddelay`, 5, 60, 300),
  ]),
];
