import type { PolicyType } from "../policy-type.ts";

/** Folder names in lower case, or two of them with `/` between, and what lies in them. */
export type FolderTypes = ReadonlyMap<string, PolicyType>;

/**
 * What the folder nearest to the file says, so that an organisation called "Groups" does no harm. Two
 * names together say more than one.
 */
export function folderType(types: FolderTypes, file: string): PolicyType | null {
  const folders = file.toLowerCase().split("/").slice(0, -1);
  for (let at = folders.length - 1; at >= 0; at -= 1) {
    const name = folders[at] ?? "";
    const type = types.get(`${folders[at - 1] ?? ""}/${name}`) ?? types.get(name);
    if (type !== undefined) return type;
  }
  return null;
}
