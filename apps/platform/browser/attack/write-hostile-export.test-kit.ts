import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const GRAPH = "#microsoft.graph.deviceManagementConfiguration";

/** An export in which every text is the name, the description and a setting's value of a policy. */
export async function writeHostileExport(
  root: string,
  texts: readonly string[],
  round: number,
): Promise<void> {
  const folder = join(root, "SettingsCatalog");
  await mkdir(folder, { recursive: true });
  for (const [index, text] of texts.entries()) {
    const policy = {
      "@odata.type": `${GRAPH}Policy`,
      id: `00000000-0000-4000-8000-${String(index + 1).padStart(12, "0")}`,
      name: text,
      description: text,
      platforms: "windows10",
      technologies: "mdm",
      settingCount: 1,
      settings: [
        {
          id: "0",
          settingInstance: {
            "@odata.type": `${GRAPH}SimpleSettingInstance`,
            settingDefinitionId: `device_vendor_msft_policy_config_${text}`,
            settingInstanceTemplateReference: null,
            simpleSettingValue: {
              "@odata.type": `${GRAPH}StringSettingValue`,
              settingValueTemplateReference: null,
              value: `${text} ${round}`,
            },
          },
        },
      ],
      assignments: [],
    };
    await writeFile(join(folder, `policy-${index}.json`), JSON.stringify(policy));
  }
}
