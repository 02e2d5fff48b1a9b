import { asEnvironmentId, asWorkspaceId, isRunId, type RunScope } from "settled";
import type { Platform } from "../platform.ts";
import { type FoundPack, gatherPack } from "../server/gather-pack.ts";
import { findPackAnywhere } from "../store/pack-store.ts";
import { EXIT } from "./exit-code.ts";
import { CommandFault } from "./terminal.ts";

export interface NamedPack extends FoundPack {
  readonly scope: RunScope;
}

/** The pack that was named, with its environment; a fault with exit code 3 if the workspace has none such. */
export async function findNamedPack(
  { database }: Platform,
  workspace: string,
  id: string,
): Promise<NamedPack> {
  const workspaceId = asWorkspaceId(workspace);
  const pack = isRunId(id) ? await findPackAnywhere(database, workspaceId, id) : null;
  if (pack !== null) {
    const scope = { workspaceId, environmentId: asEnvironmentId(pack.environmentId) };
    const found = await gatherPack(database, scope, id);
    if (found !== null) return { ...found, scope };
  }
  throw new CommandFault(
    "This workspace has no such pack. List them: platform pack list --workspace W --environment E",
    EXIT.notFound,
  );
}
