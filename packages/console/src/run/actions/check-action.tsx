import { useState } from "react";
import { NeedingButton } from "../../access/needing-button.tsx";
import { message } from "../../messages/message.ts";
import type { VersionedRun } from "../use-run.ts";
import { ActionDialog } from "./action-dialog.tsx";
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
    look.take({ verb: "reconcile?dry_run=true", body: {} });
  };
  const close = () => {
    setOpen(false);
    look.forget();
    settle.forget();
  };
  const found = look.data;
  // What is applied is what the look was taken of, and nothing that came after it.
  const confirm =
    found !== undefined && wouldChange(found.run)
      ? {
          label: message("action.check.apply"),
          isOff: settle.isPending,
          take: () => settle.take({ verb: "reconcile", body: {}, etag: found.etag }, close),
        }
      : null;
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
      <ActionDialog
        isOpen={isOpen}
        onClose={close}
        title={message("action.check.title")}
        detail={message("action.check.detail")}
        error={settle.error ?? look.error}
        confirm={confirm}
      >
        <div aria-live="polite">
          {look.isPending ? message("action.check.looking") : null}
          {found === undefined ? null : <LookFinding answer={found.run} />}
        </div>
      </ActionDialog>
    </>
  );
}
