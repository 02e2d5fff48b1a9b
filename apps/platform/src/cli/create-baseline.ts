import { resolve } from "node:path";
import { asEnvironmentId, asWorkspaceId } from "settled";
import type { BaselineEntry, BaselineVersion } from "../baseline/baseline.ts";
import {
  type BaselineSource,
  readFolderSource,
  readSnapshotSource,
} from "../baseline/read-baseline-source.ts";
import { releaseBaseline } from "../baseline/release-baseline.ts";
import type { Severity } from "../drift/severity.ts";
import { joinedTransaction } from "../store/joined-transaction.ts";
import type { Platform } from "../platform.ts";
import { ExportFolderError } from "../provider/export-folder-error.ts";
import { assertEnvironment, assertWorkspace } from "./assert-scope.ts";
import { EXIT } from "./exit-code.ts";
import { recordFromTerminal } from "./record-from-terminal.ts";
import { personAtTerminal } from "./start-and-follow.ts";
import { tellReading } from "./tell-reading.ts";
import { CommandFault, sayAside } from "./terminal.ts";

export interface CreateOptions {
  readonly workspace: string;
  readonly name: string;
  readonly snapshotOf?: string;
  readonly snapshot?: string;
  readonly folder?: string;
  readonly mode: BaselineEntry["mode"];
  readonly severity?: Severity;
  readonly withAssignments: boolean;
  readonly exclude: readonly string[];
  readonly rationale: string;
}

const NAME_CHARACTERS_MAX = 200;

/** Releases the next version of the baseline of this name, from a snapshot or from a folder. */
export async function createBaseline(
  platform: Platform,
  options: CreateOptions,
): Promise<BaselineVersion> {
  assertSensible(options);
  const workspaceId = asWorkspaceId(options.workspace);
  await assertWorkspace(platform, workspaceId);
  const source = await readSource(platform, options);
  const release = await platform.database.transaction(async (tx) => {
    const done = await releaseBaseline(joinedTransaction(tx), {
      workspaceId,
      name: options.name.trim(),
      source,
      rules: {
        mode: options.mode,
        severity: options.severity ?? null,
        withAssignments: options.withAssignments,
        excludedPaths: options.exclude,
        rationale: options.rationale,
      },
      releasedBy: personAtTerminal().name,
    });
    if (done.kind === "refused") return done;
    const { baselineId: id, name, version, versionHash } = done.version;
    await recordFromTerminal(platform, tx, {
      scope: { workspaceId, environmentId: null },
      action: "baseline.release",
      target: { type: "baseline", id, name },
      detail: { version, version_hash: versionHash, source: source.origin },
    });
    return done;
  });
  if (release.kind === "released") return release.version;
  throw new CommandFault(
    `Nothing can be expected of ${source.origin}: no policy in it was read whole. See what was read: platform snapshot show, or check the folder.`,
  );
}

function assertSensible({ name, snapshotOf, snapshot, folder }: CreateOptions): void {
  const length = name.trim().length;
  if (length === 0 || length > NAME_CHARACTERS_MAX || /\p{Cc}/u.test(name)) {
    throw new CommandFault(`Give a name of 1 to ${NAME_CHARACTERS_MAX} characters.`, EXIT.usage);
  }
  if ((snapshotOf === undefined) === (folder === undefined)) {
    throw new CommandFault(
      "Say what it is made from: either --snapshot-of ENVIRONMENT or --folder PATH.",
      EXIT.usage,
    );
  }
  if (snapshot !== undefined && snapshotOf === undefined) {
    throw new CommandFault("--snapshot needs --snapshot-of ENVIRONMENT.", EXIT.usage);
  }
}

async function readSource(platform: Platform, options: CreateOptions): Promise<BaselineSource> {
  const { workspace, snapshotOf, folder } = options;
  if (snapshotOf === undefined) return readFolder(resolve(folder ?? ""));
  const scope = {
    workspaceId: asWorkspaceId(workspace),
    environmentId: asEnvironmentId(snapshotOf),
  };
  await assertEnvironment(platform, scope);
  const source = await readSnapshotSource(platform.database, scope, options.snapshot ?? null);
  if (source !== null) return source;
  throw new CommandFault(
    `The environment ${snapshotOf} has no such sealed snapshot. See: platform snapshot list --workspace ${workspace} --environment ${snapshotOf}`,
    EXIT.notFound,
  );
}

async function readFolder(root: string): Promise<BaselineSource> {
  try {
    return await readFolderSource({ root, onProgress: tellReading(sayAside) });
  } catch (error) {
    if (!(error instanceof ExportFolderError)) throw error;
    throw new CommandFault(`${error.message} ${error.nextStep}`);
  }
}
