import { useState } from "react";
import type { WebhookJson } from "settled/http";
import { message } from "../messages/message.ts";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { useWebhookCall } from "./use-webhooks.ts";
import { WebhookFields } from "./webhook-fields.tsx";
import { bodyOfWish, wishOf } from "./webhook-words.ts";

/** Changes an endpoint as it was seen; if somebody else changed it since, the server says so. */
export function ChangeWebhook({
  workspace,
  webhook,
  etag,
  onClose,
}: {
  readonly workspace: string;
  readonly webhook: WebhookJson;
  readonly etag: string | null;
  onClose(): void;
}) {
  const [wish, setWish] = useState(() => wishOf(webhook));
  const change = useWebhookCall<WebhookJson>(workspace, webhook.id);
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={message("webhooks.change.title")}
      detail={message("webhooks.change.detail")}
      confirm={message("webhooks.change.confirm")}
      asked={change}
      onConfirm={() =>
        change.mutate(
          { path: "", method: "PATCH", body: bodyOfWish(wish), etag },
          { onSuccess: onClose },
        )
      }
    >
      <WebhookFields wish={wish} onChange={setWish} />
    </ConfirmDialog>
  );
}
