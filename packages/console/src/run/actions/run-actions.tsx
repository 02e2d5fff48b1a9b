import type { ReactNode } from "react";
import { useCapabilities } from "../../access/use-capabilities.ts";
import type { RunEvent } from "../../api/run-shape.ts";
import { useOperations } from "../../catalog/use-operations.ts";
import { ArtifactLink } from "../artifact-link.tsx";
import type { VersionedRun } from "../use-run.ts";
import { CancelAction } from "./cancel-action.tsx";
import { CheckAction } from "./check-action.tsx";
import { MissingRights } from "./missing-rights.tsx";
import { RerunAction } from "./rerun-action.tsx";
import { ResolveAction } from "./resolve-action.tsx";

interface Offer {
  readonly key: string;
  readonly isMain: boolean;
  /** Null = whoever sees the run may. */
  readonly capability: string | null;
  readonly button: ReactNode;
}

/** What can be done with the run as it stands. The one that the server names as the next step comes first. */
export function RunActions({
  seen,
  events,
}: {
  readonly seen: VersionedRun;
  readonly events: readonly RunEvent[];
}) {
  const offers = useOffers(seen, events);
  return (
    <div className="no-print mt-3">
      <div className="flex flex-wrap gap-2">
        {offers
          .toSorted((one, other) => Number(other.isMain) - Number(one.isMain))
          .map(({ key, button }) => (
            <span key={key} className="contents">
              {button}
            </span>
          ))}
      </div>
      <MissingRights
        workspace={seen.run.workspace_id}
        capabilities={offers.flatMap(({ capability }) => capability ?? [])}
      />
    </div>
  );
}

function useOffers(seen: VersionedRun, events: readonly RunEvent[]): readonly Offer[] {
  const { run } = seen;
  const next = run.presentation.next_step.action;
  const rights = useCapabilities(run.workspace_id);
  const { data: operations } = useOperations(run.workspace_id);
  const operation = operations?.find(({ type }) => type === run.operation.type);
  // What the library itself starts, and what this server does not know, nobody starts by name.
  const isOffered = operations === undefined || operation !== undefined;
  const offers: Offer[] = [];
  const add = (key: string, capability: string | null, isMain: boolean, button: ReactNode) =>
    offers.push({ key, capability, isMain, button });

  if (next === "open_artifact") {
    add("open", null, true, <ArtifactLink artifact={run.artifact} look="main" />);
  }
  if (run.done && isOffered) {
    const isMain = next === "start_again" || next === "grant";
    const ofOperation = operation?.capability ?? "runs.rerun";
    const capability = rights.has("runs.rerun") ? ofOperation : "runs.rerun";
    const props = { seen, capability, isMain };
    add("rerun", capability, isMain, <RerunAction {...props} />);
  }
  if (run.outcome !== "succeeded") {
    const isCheck = next === "check_now";
    const isResolve = next === "resolve";
    add("check", "runs.reconcile", isCheck, <CheckAction seen={seen} isMain={isCheck} />);
    const props = { seen, events, isMain: isResolve };
    add("resolve", "runs.resolve", isResolve, <ResolveAction {...props} />);
  }
  if (!run.done) add("cancel", "runs.cancel", false, <CancelAction seen={seen} />);
  return offers;
}
