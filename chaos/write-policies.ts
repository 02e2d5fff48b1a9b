import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const POLICIES = 3;

/** A small export of our own: enough for a snapshot, quick to read. */
export async function writePolicies(root: string): Promise<void> {
  const folder = join(root, "SettingsCatalog");
  await mkdir(folder, { recursive: true });
  for (let number = 1; number <= POLICIES; number += 1) {
    const policy = {
      "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
      id: `00000000-0000-4000-8000-00000000000${number}`,
      name: `Win - Chaos ${number}`,
      platforms: "windows10",
      technologies: "mdm",
      settingCount: 0,
      settings: [],
      assignments: [],
    };
    await writeFile(join(folder, `policy-${number}.json`), JSON.stringify(policy));
  }
}
