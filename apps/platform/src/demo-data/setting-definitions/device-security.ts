import { choice, group, integer, list } from "../setting-definition.ts";
import type { SettingDefinition } from "../setting-definition.ts";

const CONFIG = "device_vendor_msft_policy_config_";
const LOCK = `${CONFIG}devicelock_`;
const OPTIONS = `${CONFIG}localpoliciessecurityoptions_`;
const LAPS = "device_vendor_msft_laps_policies_";
const HELLO = "device_vendor_msft_passportforwork_{tenantid}_policies_";
const LOCAL_GROUPS = `${CONFIG}localusersandgroups_configure`;

export const HARDENING_SETTINGS: readonly SettingDefinition[] = [
  choice(
    `${LOCK}devicepasswordenabled`,
    ["0", "1"],
    [
      integer(`${LOCK}mindevicepasswordlength`, 14, 12, 8, 6),
      integer(`${LOCK}maxdevicepasswordfailedattempts`, 5, 10, 15),
    ],
  ),
  integer(`${LOCK}maxinactivitytimedevicelock`, 10, 15, 30, 0),
  integer(`${OPTIONS}interactivelogon_machineinactivitylimit`, 900, 1800, 3600),
  choice(`${OPTIONS}useraccountcontrol_behavioroftheelevationpromptforadministrators`, [
    "2",
    "5",
    "0",
  ]),
  choice(`${CONFIG}smartscreen_enablesmartscreeninshell`, ["1", "0"]),
  choice(`${CONFIG}smartscreen_preventoverrideforfilesinshell`, ["1", "0"]),
  choice(`${CONFIG}deviceguard_enablevirtualizationbasedsecurity`, ["1", "0"]),
  choice(`${CONFIG}deviceguard_lsacfgflags`, ["1", "2", "0"]),
  choice(`${CONFIG}remotedesktopservices_allowuserstoconnectremotely`, ["0", "1"]),
  choice(`${CONFIG}storage_removablediskdenywriteaccess`, ["1", "0"]),
  choice(`${CONFIG}experience_allowmanualmdmunenrollment`, ["0", "1"]),
  choice(`${CONFIG}system_allowtelemetry`, ["1", "0", "3"]),
];

export const LOCAL_ADMIN_SETTINGS: readonly SettingDefinition[] = [
  choice(
    `${LAPS}backupdirectory`,
    ["1", "2", "0"],
    [integer(`${LAPS}passwordagedays_aad`, 7, 30, 60)],
  ),
  integer(`${LAPS}passwordlength`, 21, 16, 14),
  choice(`${LAPS}passwordcomplexity`, ["4", "3", "1"]),
  group(LOCAL_GROUPS, [
    group(
      `${LOCAL_GROUPS}_groupconfiguration_accessgroup`,
      [
        choice(`${LOCAL_GROUPS}_groupconfiguration_accessgroup_action`, [
          "remove_replace",
          "add_update",
        ]),
        list(
          `${LOCAL_GROUPS}_groupconfiguration_accessgroup_users`,
          "S-1-12-1-1004336348-1177238915-682003330-500",
          "S-1-12-1-2150061413-1083905311-355511960-513",
          "AzureAD\\helpdesk",
        ),
      ],
      2,
    ),
  ]),
];

export const HELLO_SETTINGS: readonly SettingDefinition[] = [
  choice(`${HELLO}usepassportforwork`, ["true", "false"]),
  choice(`${HELLO}requiresecuritydevice`, ["true", "false"]),
  integer(`${HELLO}pincomplexity_minimumpinlength`, 8, 6, 4),
];
