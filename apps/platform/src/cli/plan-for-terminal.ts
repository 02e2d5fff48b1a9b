import type { Platform } from "../platform.ts";
import type { AccessState } from "../restore/access-state.ts";
import { previewRestore } from "../restore/preview-restore.ts";
import type { IdentityProof } from "../restore/prove-identity.ts";
import type { RestorePlan } from "../restore/restore-plan.ts";
import { TargetUnreachableError } from "../restore/restore-target.ts";
import type { ManagedEnvironment } from "../store/environment.ts";
import { assertEnvironment } from "./assert-scope.ts";
import { EXIT } from "./exit-code.ts";
import { asScope } from "./find-scope.ts";
import { CommandFault } from "./terminal.ts";

export interface PlanOptions {
  readonly workspace: string;
  readonly environment: string;
  readonly snapshot: string;
  readonly select: readonly string[];
  readonly caState: AccessState;
}

export interface TerminalPlan {
  readonly environment: ManagedEnvironment;
  readonly plan: RestorePlan;
  readonly identity: IdentityProof;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The plan of a restore as it would be made now, or a fault that the person at the terminal can act on. */
export async function planForTerminal(
  platform: Platform,
  options: PlanOptions,
): Promise<TerminalPlan> {
  const scope = asScope(options);
  if (!UUID.test(options.snapshot)) throw new CommandFault("A snapshot id is a UUID.", EXIT.usage);
  const environment = await assertEnvironment(platform, scope);
  const { snapshot: snapshotId, select: names, caState: accessState } = options;
  const request = { environment, snapshotId, names, accessState };
  const preview = await previewRestore(platform.database, scope, request).catch(
    (error: unknown) => {
      if (!(error instanceof TargetUnreachableError)) throw error;
      throw new CommandFault(
        environment.provider.kind === "none"
          ? "The environment has no provider yet. Import an export into it: platform import."
          : `The folder ${environment.provider.root} cannot be read. Check the path and the share.`,
      );
    },
  );
  switch (preview.kind) {
    case "planned":
      return { environment, plan: preview.plan, identity: preview.identity };
    case "snapshot_missing":
      throw new CommandFault("The environment has no sealed snapshot of that id.", EXIT.notFound);
    case "unknown_name":
      throw new CommandFault(`The snapshot has no item called ${preview.name}.`, EXIT.notFound);
    case "ambiguous_name":
      throw new CommandFault(
        `The snapshot has ${preview.times} items called ${preview.name}. Select by item key: restore plan -o json shows it.`,
        EXIT.usage,
      );
  }
}
