import { Fragment } from "react";
import type { DeliveryJson, WebhookJson } from "settled/http";
import { TimeAgo } from "../clock/time-ago.tsx";
import { message } from "../messages/message.ts";
import { Button } from "../parts/button.tsx";
import { Card } from "../parts/card.tsx";
import { CopyText } from "../parts/copy-text.tsx";
import { LoadingState } from "../parts/loading-state.tsx";
import { type PlainColumn, PlainTable } from "../parts/plain-table.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { useDeliveries, useWebhookCall } from "./use-webhooks.ts";
import { DeliveryMark } from "./webhook-mark.tsx";

/** What was sent in the last 30 days, and what became of it. */
export function DeliveriesCard({
  workspace,
  webhook,
}: {
  readonly workspace: string;
  readonly webhook: WebhookJson;
}) {
  const found = useDeliveries(workspace, webhook.id);
  const again = useWebhookCall<DeliveryJson>(workspace, webhook.id);
  const deliveries = found.data?.pages.flatMap((page) => [...page.deliveries]) ?? [];
  const columns = columnsOf((delivery) =>
    again.mutate({ path: `/deliveries/${delivery.id}:redeliver`, method: "POST" }),
  );
  return (
    <Card title={message("webhooks.deliveries")}>
      {again.isError ? <ProblemNote error={again.error} /> : null}
      {found.isPending ? <LoadingState rows={4} /> : null}
      {found.isError ? <ProblemNote isOfReading error={found.error} /> : null}
      {found.isSuccess && deliveries.length === 0 ? (
        <p className="text-soft">{message("webhooks.deliveries.none")}</p>
      ) : null}
      {deliveries.length === 0 ? null : (
        <PlainTable
          caption={message("webhooks.deliveries")}
          columns={columns}
          rows={deliveries}
          keyOf={({ id }) => id}
        />
      )}
      {found.hasNextPage ? (
        <div className="flex justify-center pt-3">
          <Button disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {message("webhooks.deliveries.older")}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

function columnsOf(
  onRedeliver: (delivery: DeliveryJson) => void,
): readonly PlainColumn<DeliveryJson>[] {
  return [
    {
      name: message("webhooks.column.state"),
      render: ({ status }) => <DeliveryMark status={status} />,
    },
    {
      name: message("webhooks.column.event"),
      isRowName: true,
      render: ({ event_type, message_id }) => (
        <>
          <span className="font-mono text-small break-words">
            {event_type.split(/(?<=\.)/).map((part) => (
              <Fragment key={part}>
                {part}
                <wbr />
              </Fragment>
            ))}
          </span>
          <div className="text-soft">
            <CopyText text={message_id} shown={`${message_id.slice(0, 8)}…`} />
          </div>
        </>
      ),
    },
    {
      name: message("webhooks.column.tries"),
      render: ({ tries, last_status, last_error }) => (
        <>
          {message("webhooks.tries", { count: tries })}
          {last_status === null ? null : ` · ${last_status}`}
          {last_error === null ? null : (
            <p className="max-w-80 text-small break-words text-soft">{last_error}</p>
          )}
        </>
      ),
    },
    {
      name: message("webhooks.column.made"),
      render: ({ created_at }) => <TimeAgo at={created_at} />,
    },
    {
      name: message("table.actions"),
      isAction: true,
      render: (delivery) =>
        delivery.status === "pending" || delivery.status === "failed" ? null : (
          <Button onClick={() => onRedeliver(delivery)}>{message("webhooks.redeliver")}</Button>
        ),
    },
  ];
}
