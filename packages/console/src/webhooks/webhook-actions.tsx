import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { DisclosedWebhookJson, WebhookJson } from "settled/http";
import { useAnnounce } from "../announce/announcer.tsx";
import { message } from "../messages/message.ts";
import { Button } from "../parts/button.tsx";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { SecretDialog } from "../parts/secret-dialog.tsx";
import { ChangeWebhook } from "./change-webhook.tsx";
import { useWebhookCall } from "./use-webhooks.ts";

type Question = "disable" | "rotate" | "remove" | "change";

/** What can be done with an endpoint; whatever cannot be taken back asks first. */
export function WebhookActions({
  workspace,
  webhook,
  etag,
}: {
  readonly workspace: string;
  readonly webhook: WebhookJson;
  readonly etag: string | null;
}) {
  const navigate = useNavigate();
  const announce = useAnnounce();
  const [question, setQuestion] = useState<Question | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const simple = useWebhookCall<WebhookJson>(workspace, webhook.id);
  const asked = useWebhookCall<Partial<DisclosedWebhookJson>>(workspace, webhook.id);
  const close = () => {
    setQuestion(null);
    asked.reset();
  };
  const send = (path: string, said: string) =>
    simple.mutate({ path, method: "POST" }, { onSuccess: () => announce(said) });
  const confirm = (kind: Exclude<Question, "change">) =>
    asked.mutate(
      kind === "remove"
        ? { path: "", method: "DELETE", etag }
        : { path: `:${kind}`, method: "POST", body: {}, etag },
      {
        onSuccess: (answer) => {
          setSecret(answer.secret ?? null);
          close();
          if (kind === "remove") void navigate({ to: `/workspaces/${workspace}/webhooks` });
        },
      },
    );
  return (
    <>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          disabled={simple.isPending}
          onClick={() => send(":test", message("webhooks.test.sent"))}
        >
          {message("webhooks.test")}
        </Button>
        <Button onClick={() => setQuestion("change")}>{message("webhooks.change")}</Button>
        <Button onClick={() => setQuestion("rotate")}>{message("webhooks.rotate")}</Button>
        {webhook.enabled ? (
          <Button onClick={() => setQuestion("disable")}>{message("webhooks.disable")}</Button>
        ) : (
          <Button
            disabled={simple.isPending}
            onClick={() => send(":enable", message("webhooks.enabled"))}
          >
            {message("webhooks.enable")}
          </Button>
        )}
        <Button onClick={() => setQuestion("remove")}>{message("webhooks.remove")}</Button>
      </div>
      {simple.isError ? (
        <div className="mt-2 max-w-2xl">
          <ProblemNote error={simple.error} />
        </div>
      ) : null}
      {(["disable", "rotate", "remove"] as const).map((kind) => (
        <ConfirmDialog
          key={kind}
          isOpen={question === kind}
          onClose={close}
          title={message(`webhooks.${kind}.title`)}
          detail={message(`webhooks.${kind}.detail`)}
          confirm={message(`webhooks.${kind}.confirm`)}
          asked={asked}
          onConfirm={() => confirm(kind)}
        />
      ))}
      {question === "change" ? (
        <ChangeWebhook workspace={workspace} webhook={webhook} etag={etag} onClose={close} />
      ) : null}
      <SecretDialog
        title={message("webhooks.secret.title")}
        detail={message("webhooks.secret.detail")}
        secret={secret}
        onClose={() => setSecret(null)}
      />
    </>
  );
}
