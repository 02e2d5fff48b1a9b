import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { message } from "../messages/message.ts";
import { buttonClass } from "./button.tsx";

interface DialogFrameProps {
  readonly isOpen: boolean;
  onClose(): void;
  readonly title: string;
  readonly detail: string;
  readonly children: ReactNode;
}

/** A question above the page. Focus goes in, stays, and returns to where it came from. */
export function DialogFrame({ isOpen, onClose, title, detail, children }: DialogFrameProps) {
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[rgb(10_14_20/0.5)]" />
        <Dialog.Popup className="fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[34rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col gap-3 overflow-auto rounded-xl border border-line bg-raised p-5 shadow-xl">
          <Dialog.Title className="text-lead font-semibold">{title}</Dialog.Title>
          <Dialog.Description className="text-soft">{detail}</Dialog.Description>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The way out of a dialog, beside whatever it offers. */
export function DialogClose() {
  return <Dialog.Close className={buttonClass()}>{message("dialog.close")}</Dialog.Close>;
}
