import type { WebhookJson } from "settled/http";
import { usePathPart } from "../app/use-path-part.ts";
import { TimeAgo } from "../clock/time-ago.tsx";
import { TimeUntil } from "../clock/time-until.tsx";
import { message } from "../messages/message.ts";
import { Card } from "../parts/card.tsx";
import { CopyText } from "../parts/copy-text.tsx";
import { FactList } from "../parts/fact-list.tsx";
import { LoadingState } from "../parts/loading-state.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { ProblemState } from "../parts/problem-state.tsx";
import { DeliveriesCard } from "./deliveries-card.tsx";
import { useWebhook } from "./use-webhooks.ts";
import { WebhookActions } from "./webhook-actions.tsx";
import { WebhookMark } from "./webhook-mark.tsx";
import { EVENT_TYPES } from "./webhook-words.ts";

/** One endpoint: what it is told, by which secrets, and what became of each message. */
export function WebhookPage() {
  const workspace = usePathPart("workspace");
  const id = usePathPart("webhook");
  const found = useWebhook(workspace, id);
  if (found.isPending) return <LoadingState />;
  if (found.isError)
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  const { body: webhook, etag } = found.data;
  return (
    <article>
      <PageHead
        back={{ to: `/workspaces/${workspace}/webhooks`, label: message("webhooks.title") }}
        title={webhook.url}
        marks={<WebhookMark webhook={webhook} />}
        detail={<StandingWords webhook={webhook} />}
      />
      <WebhookActions workspace={workspace} webhook={webhook} etag={etag} />
      <div className="mt-4 grid items-start gap-3 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <DeliveriesCard workspace={workspace} webhook={webhook} />
        <WebhookFacts webhook={webhook} />
      </div>
    </article>
  );
}

function StandingWords({ webhook }: { readonly webhook: WebhookJson }) {
  const { description, disabled, failing } = webhook;
  return (
    <>
      {description === "" ? null : <p>{description}</p>}
      {disabled === null ? null : (
        <p>
          {disabled.words} <TimeAgo at={disabled.at} />
        </p>
      )}
      {failing === null ? null : (
        <p>
          {message("webhooks.failing.since")} <TimeAgo at={failing.since} />
        </p>
      )}
    </>
  );
}

function WebhookFacts({ webhook }: { readonly webhook: WebhookJson }) {
  const { event_types, environments, secrets } = webhook;
  return (
    <Card title={message("webhooks.facts")}>
      <FactList
        facts={[
          {
            name: message("webhooks.events"),
            value:
              event_types.length === EVENT_TYPES.length ? (
                message("webhooks.events.all")
              ) : (
                <ul className="font-mono text-tiny">
                  {event_types.map((type) => (
                    <li key={type}>{type}</li>
                  ))}
                </ul>
              ),
          },
          {
            name: message("webhooks.environments"),
            value: environments?.join(", ") ?? message("webhooks.everywhere"),
          },
          {
            name: message("webhooks.secrets"),
            value: (
              <ul>
                {secrets.map(({ id, prefix, expires_at }) => (
                  <li key={id}>
                    <code className="font-mono text-small">{prefix}…</code>{" "}
                    <span className="text-small text-soft">
                      {expires_at === null ? (
                        message("webhooks.secret.in_force")
                      ) : (
                        <>
                          {message("webhooks.secret.until")} <TimeUntil at={expires_at} />
                        </>
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            name: message("webhooks.column.changed"),
            value: <TimeAgo at={webhook.changed_at} />,
          },
          { name: message("webhooks.id"), value: <CopyText text={webhook.id} /> },
        ]}
      />
    </Card>
  );
}
