import { useState } from "react";
import { NeedingButton } from "../../access/needing-button.tsx";
import { message } from "../../messages/message.ts";
import { Button } from "../../parts/button.tsx";
import { DialogClose, DialogFrame } from "../../parts/dialog-frame.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import type { VersionedRun } from "../use-run.ts";
import { LookFinding } from "./look-finding.tsx";
import { type LookedRun, wouldChange } from "./looked-run.ts";
import { useRunAction } from "./use-run-action.ts";

/** "Check now": first a look that changes nothing, then, if it would change something, the same look for good. */
export function CheckAction({
  seen,
  isMain,
}: {
  readonly seen: VersionedRun;
  readonly isMain: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const look = useRunAction<LookedRun>(seen);
  const settle = useRunAction<LookedRun>(seen);
  const open = () => {
    setOpen(true);
    look.mutate({ verb: "reconcile?dry_run=true", body: {} });
  };
  const close = () => {
    setOpen(false);
    look.reset();
    settle.reset();
  };
  const error = settle.error ?? look.error;
  return (
    <>
      <NeedingButton
        workspace={seen.run.workspace_id}
        capability="runs.reconcile"
        look={isMain ? "main" : "plain"}
        onClick={open}
      >
        {message("action.check")}
      </NeedingButton>
      <DialogFrame
        isOpen={isOpen}
        onClose={close}
        title={message("action.check.title")}
        detail={message("action.check.detail")}
      >
        {look.data === undefined ? null : <LookFinding answer={look.data} />}
        {look.isPending ? <output>{message("action.check.looking")}</output> : null}
        {error === null ? null : <ProblemNote error={error} />}
        <div className="flex justify-end gap-2">
          <DialogClose />
          {look.data !== undefined && wouldChange(look.data) ? (
            <Button
              look="main"
              disabled={settle.isPending}
              onClick={() => settle.mutate({ verb: "reconcile", body: {} }, { onSuccess: close })}
            >
              {message("action.check.apply")}
            </Button>
          ) : null}
        </div>
      </DialogFrame>
    </>
  );
}
