import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const GROUP_TARGET = "#microsoft.graph.groupAssignmentTarget";
const GRAPH = "#microsoft.graph.deviceManagementConfiguration";

/** As the name of a file: the only sign that it cannot bear is left out. */
export function asFileName(text: string): string {
  return text.replaceAll("/", "\u2215");
}

/**
 * An export in which every text is the name, the description and a setting's value of a policy, the name of the group that
 * it is assigned to and of a location, of a file that is no policy and of one that is broken, and of a type that could not
 * be read.
 */
export async function writeHostileExport(
  root: string,
  texts: readonly string[],
  round: number,
): Promise<void> {
  const folderOf = async (name: string) => {
    await mkdir(join(root, name), { recursive: true });
    return join(root, name);
  };
  const folder = await folderOf("SettingsCatalog");
  const groups = await folderOf("Groups");
  const locations = await folderOf("NamedLocations");
  for (const [index, text] of texts.entries()) {
    const policy = {
      "@odata.type": `${GRAPH}Policy`,
      id: idOf(1, index),
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
      assignments:
        round === 1 ? [] : [{ target: { "@odata.type": GROUP_TARGET, groupId: idOf(2, index) } }],
    };
    await writeFile(join(folder, `policy-${index}.json`), JSON.stringify(policy));
    const group = { "@odata.type": "#microsoft.graph.group", id: idOf(2, index) };
    await writeFile(
      join(groups, `group-${index}.json`),
      JSON.stringify({ ...group, displayName: text }),
    );
    const location = { "@odata.type": "#microsoft.graph.ipNamedLocation", id: idOf(3, index) };
    await writeFile(
      join(locations, `location-${index}.json`),
      JSON.stringify({ ...location, displayName: text, ipRanges: [] }),
    );
    await writeFile(join(root, `${asFileName(text)}.txt`), "no policy");
    await writeFile(join(locations, `${asFileName(text)}.json`), "{ not json");
  }
  const types = texts.map((type) => ({ type, status: "unlicensed" }));
  await writeFile(join(root, "_coverage.json"), JSON.stringify({ schema: 1, types }));
}

function idOf(kind: number, index: number): string {
  return `${kind}0000000-0000-4000-8000-${String(index + 1).padStart(12, "0")}`;
}
