import type { ReactNode } from "react";
import { message } from "../messages/message.ts";
import { Button } from "./button.tsx";
import { DialogFrame } from "./dialog-frame.tsx";
import { ProblemNote } from "./problem-note.tsx";

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  onClose(): void;
  readonly title: string;
  /** What will happen. */
  readonly detail: string;
  /** What the button says that makes it happen. */
  readonly confirm: string;
  /** What is being asked of the server. */
  readonly asked: {
    readonly isPending: boolean;
    readonly isError: boolean;
    readonly error: unknown;
  };
  /** Pointers of the members whose fields tell themselves what is wrong with them. */
  readonly fields?: readonly string[];
  onConfirm(): void;
  readonly children?: ReactNode;
}

/** Asks before something happens; a refusal is told in it, and nothing is lost of what was filled in. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    isOpen,
    onClose,
    title,
    detail,
    confirm,
    asked,
    fields = [],
    onConfirm,
    children,
  } = props;
  return (
    <DialogFrame isOpen={isOpen} onClose={onClose} title={title} detail={detail}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        {children}
        {asked.isError ? <ProblemNote error={asked.error} fields={fields} /> : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{message("dialog.cancel")}</Button>
          <Button type="submit" look="main" disabled={asked.isPending}>
            {confirm}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}
