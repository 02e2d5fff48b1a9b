import { join, resolve } from "node:path";

const LOCAL_FOLDER = join(import.meta.dirname, "../../..", ".settled");

/**
 * Where this installation keeps a thing of its own: in the project's `.settled` folder, which git ignores, or beside
 * the folder that `SETTLED_DATA_DIR` names.
 */
export function localPath(name: string, env: NodeJS.ProcessEnv = process.env): string {
  const folder = env["SETTLED_DATA_DIR"];
  if (folder === undefined || folder === "") return join(LOCAL_FOLDER, name);
  return name === "postgres" ? resolve(folder) : `${resolve(folder)}-${name}`;
}
