import { type FoundFindings, gatherFindings } from "../drift/gather-findings.ts";
import type { Platform } from "../platform.ts";
import { assertEnvironment } from "./assert-scope.ts";
import { findNamedBaseline } from "./find-baseline.ts";
import { asScope } from "./find-scope.ts";
import { noSuchSnapshot } from "./show-snapshot.ts";

export interface FindingsScope {
  readonly workspace: string;
  readonly environment: string;
  readonly baseline?: string;
  readonly snapshot?: string;
}

/** What is found now in the environment that the options name. */
export async function findingsForTerminal(
  platform: Platform,
  options: FindingsScope,
): Promise<FoundFindings> {
  const scope = asScope(options);
  await assertEnvironment(platform, scope);
  const { workspace, baseline } = options;
  const named =
    baseline === undefined ? null : await findNamedBaseline(platform, { workspace, baseline });
  const baselineId = named?.baselineId ?? null;
  const snapshotId = options.snapshot ?? null;
  const found = await gatherFindings(platform.database, scope, { baselineId, snapshotId });
  if (found.kind === "refused") throw noSuchSnapshot(scope, snapshotId);
  return found;
}
