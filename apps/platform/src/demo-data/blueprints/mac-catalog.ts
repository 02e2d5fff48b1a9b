import {
  MAC_DISK_SETTINGS,
  MAC_FIREWALL_SETTINGS,
  MAC_RESTRICTION_SETTINGS,
} from "../setting-definitions/office-and-macos.ts";
import type { CatalogBlueprint } from "./catalog-blueprint.ts";

const mac = {
  platform: "macOS",
  reach: "D",
  technologies: "mdm,appleRemoteManagement",
  template: null,
} as const;

export const MAC_BLUEPRINTS: readonly CatalogBlueprint[] = [
  {
    ...mac,
    key: "mac-disk",
    area: "FileVault",
    purposes: [{ name: "Encryption", leads: ["com.apple.mcx.filevault2"] }],
    definitions: [...MAC_DISK_SETTINGS, ...MAC_FIREWALL_SETTINGS],
  },
  {
    ...mac,
    key: "mac-firewall",
    area: "Firewall",
    purposes: [{ name: "Application firewall", leads: ["com.apple.security.firewall"] }],
    definitions: MAC_FIREWALL_SETTINGS,
  },
  {
    ...mac,
    key: "mac-restrictions",
    area: "Restrictions",
    purposes: [
      { name: "Sharing", leads: ["com.apple.applicationaccess"] },
      { name: "Screen lock", leads: ["com.apple.screensaver"] },
    ],
    definitions: MAC_RESTRICTION_SETTINGS,
  },
];
