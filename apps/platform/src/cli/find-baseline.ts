import { asWorkspaceId } from "settled";
import type { BaselineVersion } from "../baseline/baseline.ts";
import type { Platform } from "../platform.ts";
import { findBaselineVersion, listBaselines } from "../store/baseline-store.ts";
import { EXIT } from "./exit-code.ts";
import { CommandFault } from "./terminal.ts";

export interface NamedBaseline {
  readonly workspace: string;
  /** Its id, or its name. */
  readonly baseline: string;
  readonly version?: number;
}

/** A baseline version by the id or the name of its baseline; the newest unless said. */
export async function findNamedBaseline(
  { database }: Platform,
  { workspace, baseline, version }: NamedBaseline,
): Promise<BaselineVersion> {
  const workspaceId = asWorkspaceId(workspace);
  const known = await listBaselines(database, workspaceId);
  const named = known.find(({ baselineId, name }) => baselineId === baseline || name === baseline);
  const found =
    named === undefined
      ? null
      : await findBaselineVersion(database, workspaceId, named.baselineId, version ?? "newest");
  if (found !== null) return found;
  const what = named === undefined ? `baseline ${baseline}` : `version ${version} of ${named.name}`;
  const next =
    known.length === 0
      ? "Make one: platform baseline create --workspace W --name N --snapshot-of E"
      : `See what there is: platform baseline list --workspace ${workspace}`;
  throw new CommandFault(`There is no ${what} in workspace ${workspace}. ${next}`, EXIT.notFound);
}
