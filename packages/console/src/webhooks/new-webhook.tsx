import { useState } from "react";
import { message } from "../messages/message.ts";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { SecretDialog } from "../parts/secret-dialog.tsx";
import { useCreateWebhook } from "./use-webhooks.ts";
import { WebhookFields } from "./webhook-fields.tsx";
import { NEW_WISH } from "./webhook-words.ts";

/** Makes an endpoint, and tells its secret, this one time. */
export function NewWebhook({
  workspace,
  isOpen,
  onClose,
}: {
  readonly workspace: string;
  readonly isOpen: boolean;
  onClose(): void;
}) {
  const [wish, setWish] = useState(NEW_WISH);
  const [secret, setSecret] = useState<string | null>(null);
  const create = useCreateWebhook(workspace);
  const close = () => {
    onClose();
    setWish(NEW_WISH);
    create.reset();
  };
  return (
    <>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={close}
        title={message("webhooks.new.title")}
        detail={message("webhooks.new.detail")}
        confirm={message("webhooks.new.confirm")}
        asked={create}
        onConfirm={() =>
          create.mutate(wish, {
            onSuccess: (made) => {
              setSecret(made.secret);
              close();
            },
          })
        }
      >
        <WebhookFields wish={wish} onChange={setWish} />
      </ConfirmDialog>
      <SecretDialog
        title={message("webhooks.secret.title")}
        detail={message("webhooks.secret.detail")}
        secret={secret}
        onClose={() => setSecret(null)}
      />
    </>
  );
}
