import { HELLO_SETTINGS, LOCAL_ADMIN_SETTINGS } from "../setting-definitions/device-security.ts";
import { OFFICE_SETTINGS } from "../setting-definitions/office-and-macos.ts";
import {
  EDGE_DEVICE_SETTINGS,
  EDGE_USER_SETTINGS,
  ONEDRIVE_DEVICE_SETTINGS,
  ONEDRIVE_USER_SETTINGS,
  UPDATE_SETTINGS,
} from "../setting-definitions/updates-and-apps.ts";
import type { CatalogBlueprint } from "./catalog-blueprint.ts";
import { purpose, template, windows } from "./windows-shape.ts";

export const WINDOWS_WORKPLACE: readonly CatalogBlueprint[] = [
  {
    ...windows,
    key: "win-local-admin",
    area: "Local Admins",
    template: template("AccountProtection", "Local admin password solution"),
    purposes: [
      purpose("LAPS", "backupdirectory", "passwordlength"),
      purpose("Group membership", "localusersandgroups_configure"),
    ],
    definitions: LOCAL_ADMIN_SETTINGS,
  },
  {
    ...windows,
    key: "win-hello",
    area: "Hello for Business",
    purposes: [purpose("Enrolment", "usepassportforwork"), purpose("PIN", "minimumpinlength")],
    definitions: HELLO_SETTINGS,
  },
  {
    ...windows,
    key: "win-update",
    area: "Windows Update",
    purposes: [
      purpose("Quality updates", "deferqualityupdatesperiodindays"),
      purpose("Feature updates", "deferfeatureupdatesperiodindays"),
    ],
    definitions: UPDATE_SETTINGS,
  },
  {
    ...windows,
    key: "win-edge-device",
    area: "Edge",
    purposes: [
      purpose("Security", "smartscreenenabled"),
      purpose("Extensions", "extensioninstallforcelist"),
    ],
    definitions: EDGE_DEVICE_SETTINGS,
  },
  {
    ...windows,
    key: "win-edge-user",
    area: "Edge",
    reach: "U",
    purposes: [purpose("Security", "browsersignin"), purpose("Start page", "homepagelocation")],
    definitions: EDGE_USER_SETTINGS,
  },
  {
    ...windows,
    key: "win-onedrive-device",
    area: "OneDrive",
    purposes: [
      purpose("Sign-in", "silentaccountconfig"),
      purpose("Known folders", "kfmoptinnowizard"),
    ],
    definitions: ONEDRIVE_DEVICE_SETTINGS,
  },
  {
    ...windows,
    key: "win-onedrive-user",
    area: "OneDrive",
    reach: "U",
    purposes: [purpose("Sign-in", "disablepersonalsync")],
    definitions: ONEDRIVE_USER_SETTINGS,
  },
  {
    ...windows,
    key: "win-office-user",
    area: "Microsoft Office",
    reach: "U",
    purposes: [purpose("Macros", "l_blockmacroexecutionfrominternet")],
    definitions: OFFICE_SETTINGS,
  },
];
