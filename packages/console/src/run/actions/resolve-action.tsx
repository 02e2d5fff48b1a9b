import { useState } from "react";
import { NeedingButton } from "../../access/needing-button.tsx";
import type { RunEvent, RunOutcome } from "../../api/run-shape.ts";
import { message } from "../../messages/message.ts";
import { ReasonField } from "../../parts/reason-field.tsx";
import type { VersionedRun } from "../use-run.ts";
import { ActionDialog } from "./action-dialog.tsx";
import { type Candidate, candidatesIn } from "./candidates-in.ts";
import { ArtifactChoice } from "./artifact-choice.tsx";
import { OutcomeChoice } from "./outcome-choice.tsx";
import { useRunAction } from "./use-run-action.ts";

/** Outcomes that say that something was made. */
const MAKING: readonly RunOutcome[] = ["succeeded", "partially_succeeded"];

/** "Settle by hand": a person says how the run ended, chooses what it made among what was found, and says why. */
export function ResolveAction({
  seen,
  events,
  isMain,
}: {
  readonly seen: VersionedRun;
  readonly events: readonly RunEvent[];
  readonly isMain: boolean;
}) {
  const candidates = candidatesIn(events);
  const [isOpen, setOpen] = useState(false);
  const [said, setOutcome] = useState<RunOutcome | null>(null);
  const [related, setRelated] = useState<Candidate | null>(null);
  const [reason, setReason] = useState("");
  const action = useRunAction(seen);
  const outcome = said ?? (candidates.length === 0 ? "failed" : "succeeded");
  const hasMade = MAKING.includes(outcome);
  const close = () => {
    setOpen(false);
    setOutcome(null);
    setReason("");
    setRelated(null);
    action.forget();
  };
  const isWhole = reason.trim() !== "" && !(hasMade && candidates.length > 0 && related === null);
  const take = () => {
    const proof = hasMade && related !== null ? { related } : {};
    action.take({ verb: "resolve", body: { outcome, reason: reason.trim(), ...proof } }, close);
  };
  return (
    <>
      <NeedingButton
        workspace={seen.run.workspace_id}
        capability="runs.resolve"
        look={isMain ? "main" : "plain"}
        onClick={() => setOpen(true)}
      >
        {message("action.resolve")}
      </NeedingButton>
      <ActionDialog
        isOpen={isOpen}
        onClose={close}
        title={message("action.resolve.title")}
        detail={message("action.resolve.detail")}
        error={action.error}
        confirm={{
          label: message("action.resolve.confirm"),
          isOff: !isWhole || action.isPending,
          take,
        }}
      >
        <OutcomeChoice value={outcome} onChange={setOutcome} />
        {hasMade ? (
          <ArtifactChoice candidates={candidates} value={related} onChange={setRelated} />
        ) : null}
        <ReasonField value={reason} isRequired onChange={setReason} />
        {isWhole ? null : <p className="text-small text-soft">{message("action.resolve.needs")}</p>}
      </ActionDialog>
    </>
  );
}
