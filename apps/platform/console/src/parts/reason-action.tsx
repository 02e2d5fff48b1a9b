import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import {
  Button,
  DialogClose,
  DialogFrame,
  NeedingButton,
  ProblemNote,
  ReasonField,
} from "settled-console/app";

interface ReasonActionProps {
  readonly workspace: string;
  readonly capability: string;
  readonly label: string;
  readonly title: string;
  /** What will happen. */
  readonly detail: string;
  readonly isReasonRequired: boolean;
  readonly isMain?: boolean;
  act(reason: string): Promise<void>;
}

/** An action that is asked about once more, with the reason that goes into the record. */
export function ReasonAction(props: ReasonActionProps) {
  const { workspace, capability, label, title, detail, isReasonRequired, isMain, act } = props;
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const action = useMutation({ mutationFn: () => act(reason.trim()) });
  const close = () => {
    setOpen(false);
    setReason("");
    action.reset();
  };
  const isWhole = !isReasonRequired || reason.trim() !== "";
  return (
    <>
      <NeedingButton
        workspace={workspace}
        capability={capability}
        look={isMain === true ? "main" : "plain"}
        onClick={() => setOpen(true)}
      >
        {label}
      </NeedingButton>
      <DialogFrame isOpen={isOpen} onClose={close} title={title} detail={detail}>
        <ReasonField value={reason} isRequired={isReasonRequired} onChange={setReason} />
        {action.isError ? <ProblemNote error={action.error} /> : null}
        <div className="flex justify-end gap-2">
          <DialogClose />
          <Button
            look="main"
            disabled={!isWhole || action.isPending}
            onClick={() => action.mutate(undefined, { onSuccess: close })}
          >
            {label}
          </Button>
        </div>
      </DialogFrame>
    </>
  );
}
