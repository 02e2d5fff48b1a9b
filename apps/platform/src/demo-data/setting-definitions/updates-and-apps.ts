import { choice, integer, list, text } from "../setting-definition.ts";
import type { SettingDefinition } from "../setting-definition.ts";

const UPDATE = "device_vendor_msft_policy_config_update_";
const EDGE = "vendor_msft_policy_config_microsoft_edge~policy~microsoft_edge";
const DRIVE = "vendor_msft_policy_config_onedrivengscv2~policy~onedrivengsc_";

export const UPDATE_SETTINGS: readonly SettingDefinition[] = [
  choice(`${UPDATE}allowautoupdate`, ["4", "1", "2", "5"]),
  integer(`${UPDATE}deferqualityupdatesperiodindays`, 3, 7, 14, 0),
  integer(`${UPDATE}deferfeatureupdatesperiodindays`, 60, 30, 90, 0),
  integer(`${UPDATE}configuredeadlineforqualityupdates`, 2, 5, 7),
  choice(`${UPDATE}allowmuupdateservice`, ["1", "0"]),
];

export const EDGE_DEVICE_SETTINGS: readonly SettingDefinition[] = [
  choice(`device_${EDGE}~smartscreen_smartscreenenabled`, ["1", "0"]),
  choice(`device_${EDGE}~passwordmanager_passwordmanagerenabled`, ["0", "1"]),
  choice(
    `device_${EDGE}~extensions_extensioninstallforcelist`,
    ["1", "0"],
    [
      list(
        `device_${EDGE}~extensions_extensioninstallforcelist_extensioninstallforcelistdesc`,
        "aaaabbbbccccddddeeeeffffgggghhhh",
        "bbbbccccddddeeeeffffgggghhhhiiii",
        "ccccddddeeeeffffgggghhhhiiiijjjj",
      ),
    ],
  ),
];

export const EDGE_USER_SETTINGS: readonly SettingDefinition[] = [
  choice(`user_${EDGE}_browsersignin`, ["2", "1", "0"]),
  choice(
    `user_${EDGE}~startup_homepagelocation`,
    ["1", "0"],
    [
      text(
        `user_${EDGE}~startup_homepagelocation_homepagelocation`,
        "https://intranet.example/start",
        "https://portal.office.com",
      ),
    ],
  ),
];

// The exporter writes the tenant's own id as this placeholder, so the text never differs between tenants.
const OWN_TENANT = "%OrganizationId%";

export const ONEDRIVE_DEVICE_SETTINGS: readonly SettingDefinition[] = [
  choice(`device_${DRIVE}silentaccountconfig`, ["1", "0"]),
  choice(
    `device_${DRIVE}kfmoptinnowizard`,
    ["1", "0"],
    [
      text(`device_${DRIVE}kfmoptinnowizard_kfmoptinnowizard_textbox`, OWN_TENANT),
      choice(`device_${DRIVE}kfmoptinnowizard_kfmoptinnowizard_dropdown`, ["0", "1"]),
    ],
  ),
  choice(`device_${DRIVE}filesondemandenabled`, ["1", "0"]),
];

export const ONEDRIVE_USER_SETTINGS: readonly SettingDefinition[] = [
  choice(`user_${DRIVE}disablepersonalsync`, ["1", "0"]),
  choice(`user_${DRIVE}enableholdthefile`, ["1", "0"]),
];
