import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import {
  Button,
  type ButtonLook,
  DialogClose,
  DialogFrame,
  NeedingButton,
  newKey,
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
  readonly look?: ButtonLook;
  /** What the button says that makes it happen, if it is not the label. */
  readonly confirm?: string;
  /** Whether what is asked for beside the reason is there. */
  readonly isReady?: boolean;
  /** What is asked for beside the reason. */
  readonly children?: ReactNode;
  onOpen?(): void;
  /** `key` stays the same for as long as the same is asked for, so that it is done once. */
  act(reason: string, key: string): Promise<void>;
}

/** An action that is asked about once more, with the reason that goes into the record. */
export function ReasonAction(props: ReasonActionProps) {
  const { workspace, capability, label, title, detail, isReasonRequired, act } = props;
  const { look = "plain", confirm = label, isReady = true, children, onOpen } = props;
  const key = useRef("");
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const action = useMutation({ mutationFn: () => act(reason.trim(), key.current) });
  const open = () => {
    key.current = newKey();
    onOpen?.();
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    setReason("");
    action.reset();
  };
  const change = (value: string) => {
    key.current = newKey();
    setReason(value);
  };
  const isWhole = isReady && (!isReasonRequired || reason.trim() !== "");
  return (
    <>
      <NeedingButton workspace={workspace} capability={capability} look={look} onClick={open}>
        {label}
      </NeedingButton>
      <DialogFrame isOpen={isOpen} onClose={close} title={title} detail={detail}>
        {children}
        <ReasonField value={reason} isRequired={isReasonRequired} onChange={change} />
        {action.isError ? <ProblemNote error={action.error} /> : null}
        <div className="flex justify-end gap-2">
          <DialogClose />
          <Button
            look="main"
            disabled={!isWhole || action.isPending}
            onClick={() => action.mutate(undefined, { onSuccess: close })}
          >
            {confirm}
          </Button>
        </div>
      </DialogFrame>
    </>
  );
}
