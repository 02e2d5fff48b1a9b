import type { ReactNode } from "react";
import { Button } from "../../parts/button.tsx";
import { DialogClose, DialogFrame } from "../../parts/dialog-frame.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";

interface ActionDialogProps {
  readonly isOpen: boolean;
  onClose(): void;
  readonly title: string;
  readonly detail: string;
  readonly error: unknown;
  /** Null = there is nothing to confirm. */
  readonly confirm: { readonly label: string; readonly isOff: boolean; take(): void } | null;
  readonly children: ReactNode;
}

/** What an action asks before it is taken, with what was answered if it could not be. */
export function ActionDialog(props: ActionDialogProps) {
  const { isOpen, onClose, title, detail, error, confirm, children } = props;
  return (
    <DialogFrame isOpen={isOpen} onClose={onClose} title={title} detail={detail}>
      {children}
      {error === null ? null : <ProblemNote error={error} />}
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose />
        {confirm === null ? null : (
          <Button look="main" disabled={confirm.isOff} onClick={confirm.take}>
            {confirm.label}
          </Button>
        )}
      </div>
    </DialogFrame>
  );
}
