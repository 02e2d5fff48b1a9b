import { TriangleAlert } from "lucide-react";
import { message } from "../messages/message.ts";
import { Button } from "./button.tsx";
import { CopyText } from "./copy-text.tsx";
import { DialogFrame } from "./dialog-frame.tsx";

/** A secret, or a link that counts once, told this one time. Whoever closes it must drop it. */
export function SecretDialog({
  title,
  detail,
  secret,
  onClose,
}: {
  readonly title: string;
  readonly detail: string;
  /** Null = there is none to show. */
  readonly secret: string | null;
  onClose(): void;
}) {
  return (
    <DialogFrame isOpen={secret !== null} onClose={onClose} title={title} detail={detail}>
      <div className="rounded-md border border-strong-line bg-sunken px-3 py-2">
        <CopyText text={secret ?? ""} />
      </div>
      <p className="flex gap-2 text-care">
        <TriangleAlert aria-hidden="true" size={16} className="mt-0.5 shrink-0" />
        {message("secret.once")}
      </p>
      <div className="flex justify-end">
        <Button look="main" onClick={onClose}>
          {message("secret.done")}
        </Button>
      </div>
    </DialogFrame>
  );
}
