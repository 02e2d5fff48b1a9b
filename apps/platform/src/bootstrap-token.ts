import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { localPath } from "./local-path.ts";

const TOKEN_BYTES = 32;

export interface BootstrapToken {
  readonly token: string;
  /** Where a person finds it again; null if it came from the environment. */
  readonly file: string | null;
}

/** The owner's token: `SETTLED_BOOTSTRAP_TOKEN`, or one that is made at the first start and kept beside the data. */
export async function findBootstrapToken(
  env: NodeJS.ProcessEnv = process.env,
): Promise<BootstrapToken> {
  const given = env["SETTLED_BOOTSTRAP_TOKEN"];
  if (given !== undefined && given !== "") return { token: given, file: null };
  const file = localPath("owner-token", env);
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept.trim() !== "") return { token: kept.trim(), file };
  const token = `settled_${randomBytes(TOKEN_BYTES).toString("base64url")}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${token}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return { token, file };
}
