import { useState } from "react";
import { NeedingButton } from "../../access/needing-button.tsx";
import type { ServedRun } from "../../api/run-shape.ts";
import { Button } from "../../parts/button.tsx";
import { DialogClose, DialogFrame } from "../../parts/dialog-frame.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { ReasonField } from "../../parts/reason-field.tsx";
import type { VersionedRun } from "../use-run.ts";
import { useRunAction } from "./use-run-action.ts";

interface SimpleActionProps {
  readonly seen: VersionedRun;
  readonly verb: "cancel" | "rerun";
  readonly capability: string;
  readonly label: string;
  readonly title: string;
  /** What will happen, and whether it is safe. */
  readonly detail: string;
  readonly confirm: string;
  readonly isMain: boolean;
  onDone?(answer: ServedRun): void;
}

/** An action that takes nothing but a reason. */
export function SimpleAction(props: SimpleActionProps) {
  const { seen, verb, capability, label, title, detail, confirm, isMain, onDone } = props;
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const action = useRunAction(seen);
  const close = () => {
    setOpen(false);
    setReason("");
    action.reset();
  };
  const take = () =>
    action.mutate(
      { verb, body: reason.trim() === "" ? {} : { reason: reason.trim() } },
      {
        onSuccess: (answer) => {
          close();
          onDone?.(answer);
        },
      },
    );
  return (
    <>
      <NeedingButton
        workspace={seen.run.workspace_id}
        capability={capability}
        look={isMain ? "main" : "plain"}
        onClick={() => setOpen(true)}
      >
        {label}
      </NeedingButton>
      <DialogFrame isOpen={isOpen} onClose={close} title={title} detail={detail}>
        <ReasonField value={reason} isRequired={false} onChange={setReason} />
        {action.isError ? <ProblemNote error={action.error} /> : null}
        <div className="flex justify-end gap-2">
          <DialogClose />
          <Button look="main" disabled={action.isPending} onClick={take}>
            {confirm}
          </Button>
        </div>
      </DialogFrame>
    </>
  );
}
