import { useState } from "react";
import { NeedingButton } from "../../access/needing-button.tsx";
import type { RunOutcome, RunTimeline } from "../../api/run-shape.ts";
import { message } from "../../messages/message.ts";
import { Button } from "../../parts/button.tsx";
import { DialogClose, DialogFrame } from "../../parts/dialog-frame.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { ReasonField } from "../../parts/reason-field.tsx";
import type { VersionedRun } from "../use-run.ts";
import { type Candidate, candidatesIn } from "./candidates-in.ts";
import { ArtifactChoice } from "./artifact-choice.tsx";
import { OutcomeChoice } from "./outcome-choice.tsx";
import { useRunAction } from "./use-run-action.ts";

/** "Settle by hand": a person says how the run ended, chooses what it made among what was found, and says why. */
export function ResolveAction({
  seen,
  timeline,
  isMain,
}: {
  readonly seen: VersionedRun;
  readonly timeline: RunTimeline | undefined;
  readonly isMain: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<RunOutcome>("failed");
  const [related, setRelated] = useState<Candidate | null>(null);
  const [reason, setReason] = useState("");
  const action = useRunAction(seen);
  const close = () => {
    setOpen(false);
    setReason("");
    setRelated(null);
    action.reset();
  };
  const isWhole = reason.trim() !== "";
  const take = () => {
    const proof = related === null ? {} : { related };
    const body = { outcome, reason: reason.trim(), ...proof };
    action.mutate({ verb: "resolve", body }, { onSuccess: close });
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
      <DialogFrame
        isOpen={isOpen}
        onClose={close}
        title={message("action.resolve.title")}
        detail={message("action.resolve.detail")}
      >
        <OutcomeChoice value={outcome} onChange={setOutcome} />
        <ArtifactChoice candidates={candidatesIn(timeline)} value={related} onChange={setRelated} />
        <ReasonField value={reason} isRequired onChange={setReason} />
        {action.isError ? <ProblemNote error={action.error} /> : null}
        <div className="flex justify-end gap-2">
          <DialogClose />
          <Button look="main" disabled={!isWhole || action.isPending} onClick={take}>
            {message("action.resolve.confirm")}
          </Button>
        </div>
      </DialogFrame>
    </>
  );
}
