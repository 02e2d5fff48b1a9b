import { useState } from "react";
import { NeedingButton } from "../../access/needing-button.tsx";
import { message } from "../../messages/message.ts";
import { ReasonField } from "../../parts/reason-field.tsx";
import type { VersionedRun } from "../use-run.ts";
import { ActionDialog } from "./action-dialog.tsx";
import { reasonBody } from "./reason-body.ts";
import { useRunAction } from "./use-run-action.ts";

/** "Cancel": at once while nobody has begun it, else by asking its worker to stop. */
export function CancelAction({ seen }: { readonly seen: VersionedRun }) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const action = useRunAction(seen);
  const close = () => {
    setOpen(false);
    setReason("");
    action.forget();
  };
  const { run } = seen;
  return (
    <>
      <NeedingButton
        workspace={run.workspace_id}
        capability="runs.cancel"
        onClick={() => setOpen(true)}
      >
        {message("action.cancel")}
      </NeedingButton>
      <ActionDialog
        isOpen={isOpen}
        onClose={close}
        title={message("action.cancel.title")}
        detail={message(
          run.status === "queued" ? "action.cancel.waiting" : "action.cancel.running",
        )}
        error={action.error}
        confirm={{
          label: message("action.cancel.confirm"),
          isOff: action.isPending,
          take: () => action.take({ verb: "cancel", body: reasonBody(reason) }, close),
        }}
      >
        <ReasonField value={reason} isRequired={false} onChange={setReason} />
      </ActionDialog>
    </>
  );
}
