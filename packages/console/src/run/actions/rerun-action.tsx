import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { NeedingButton } from "../../access/needing-button.tsx";
import { useCapabilities } from "../../access/use-capabilities.ts";
import { message } from "../../messages/message.ts";
import { ReasonField } from "../../parts/reason-field.tsx";
import type { VersionedRun } from "../use-run.ts";
import { ActionDialog } from "./action-dialog.tsx";
import type { LookedRun } from "./looked-run.ts";
import { reasonBody } from "./reason-body.ts";
import { SafetyNote } from "./safety-note.tsx";
import { useRunAction } from "./use-run-action.ts";

/** "Run again": before it is done, the truth is asked whether that is safe. Leads to the new run. */
export function RerunAction({
  seen,
  capability,
  isMain,
}: {
  readonly seen: VersionedRun;
  /** Of the two that it needs, one that is missing if there is one. */
  readonly capability: string;
  readonly isMain: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const navigate = useNavigate();
  const { run } = seen;
  const mayLook = useCapabilities(run.workspace_id).has("runs.reconcile");
  const look = useRunAction<LookedRun>(seen);
  const action = useRunAction(seen);
  const open = () => {
    setOpen(true);
    // A success is final: nothing can be found that changes it.
    if (mayLook && run.outcome !== "succeeded") {
      look.take({ verb: "reconcile?dry_run=true", body: {} });
    }
  };
  const close = () => {
    setOpen(false);
    setReason("");
    look.forget();
    action.forget();
  };
  const take = () =>
    action.take({ verb: "rerun", body: reasonBody(reason) }, ({ run: { id } }) => {
      close();
      void navigate({ to: `/workspaces/${run.workspace_id}/runs/${id}` });
    });
  return (
    <>
      <NeedingButton
        workspace={run.workspace_id}
        capability={capability}
        look={isMain ? "main" : "plain"}
        onClick={open}
      >
        {message("action.rerun")}
      </NeedingButton>
      <ActionDialog
        isOpen={isOpen}
        onClose={close}
        title={message("action.rerun.title")}
        detail={message("action.rerun.detail")}
        error={action.error}
        confirm={{ label: message("action.rerun.confirm"), isOff: action.isPending, take }}
      >
        <SafetyNote run={run} look={look.data?.run ?? null} isLooking={look.isPending} />
        <ReasonField value={reason} isRequired={false} onChange={setReason} />
      </ActionDialog>
    </>
  );
}
