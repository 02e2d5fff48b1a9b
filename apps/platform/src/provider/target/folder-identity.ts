import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { isJsonObject, type JsonValue } from "../../normal-form/json-value.ts";
import { decodeText } from "../decode-text.ts";
import { faultCode } from "../file-fault.ts";
import { openRoot } from "../open-root.ts";
import { parseJson } from "../parse-json.ts";
import { migrationTableOf } from "../migration-table.ts";

/** Says in a folder which environment it is; hidden, so that no reader takes it for a policy. */
export const IDENTITY_MARKER = ".settled-environment.json";

const DEPTH_MAX = 64;

/** Every identity that a folder shows: its marker first, then the tenant of its migration table. */
export async function folderIdentities(root: string): Promise<readonly string[]> {
  const real = await openRoot(root);
  const marker = await readJson(path.join(real, IDENTITY_MARKER));
  const marked = isJsonObject(marker) ? marker["identity"] : undefined;
  const tenant = await tenantOf(real);
  return [
    ...(typeof marked === "string" && marked !== "" ? [`marker:${marked}`] : []),
    ...(tenant === null ? [] : [`tenant:${tenant}`]),
  ];
}

/** Of the table in the root, or of the one folder below it that has one; exports of two tenants are nobody's. */
async function tenantOf(root: string): Promise<string | null> {
  const entries = await readdir(root, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const tenants = new Set<string>();
  for (const folder of ["", ...folders]) {
    const table = await readJson(path.join(root, folder, "MigrationTable.json"));
    const read = isJsonObject(table) ? migrationTableOf(table, "MigrationTable.json") : null;
    if (read?.tenantId != null) tenants.add(read.tenantId.toLowerCase());
  }
  return tenants.size === 1 ? ([...tenants][0] ?? null) : null;
}

async function readJson(file: string): Promise<JsonValue | undefined> {
  try {
    const decoded = decodeText(await readFile(file));
    if (decoded.kind === "refused") return undefined;
    const parsed = parseJson(decoded.text, DEPTH_MAX);
    return parsed.kind === "json" ? parsed.value : undefined;
  } catch (error) {
    if (faultCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
