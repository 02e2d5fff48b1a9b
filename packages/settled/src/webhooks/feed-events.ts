import { v7 as uuidv7 } from "uuid";
import type { FaultPoints } from "../ports/fault-points.ts";
import type { TransactionRunner } from "../ports/sql-executor.ts";
import type { FeedEvent, NewDelivery, Subscription, WebhookPost } from "../ports/webhook-post.ts";
import { messageTypesOf } from "./message-types-of.ts";
import { runMessageBody } from "./message-body.ts";
import { wantsEvent } from "./wants-event.ts";

export interface FeedOptions {
  readonly post: WebhookPost;
  readonly transactions: TransactionRunner;
  readonly baseUrl: string;
  readonly faults: FaultPoints;
}

export const FEED_BATCH = 200;

/**
 * Makes the deliveries of one batch of events, in the transaction that takes these out of the outbox: an event is fed
 * to each endpoint once, whenever this process dies. Answers how many events were taken.
 */
export async function feedEvents(options: FeedOptions): Promise<number> {
  const { post, transactions, baseUrl, faults } = options;
  const fed = await transactions.transaction(
    async (tx) => {
      const events = await post.takeEvents(tx, FEED_BATCH);
      if (events.length === 0) return 0;
      const workspaceIds = [...new Set(events.map(({ run }) => run.workspaceId))];
      const subscriptions = await post.listSubscriptions(tx, workspaceIds);
      const deliveries = events.flatMap((event) => deliveriesOf(event, subscriptions, baseUrl));
      if (deliveries.length > 0) await post.insertDeliveries(tx, deliveries);
      await faults.reach("webhook.before_feed_commit");
      return events.length;
    },
    { repeat: true },
  );
  if (fed > 0) await faults.reach("webhook.after_feed");
  return fed;
}

function deliveriesOf(
  event: FeedEvent,
  subscriptions: readonly Subscription[],
  baseUrl: string,
): readonly NewDelivery[] {
  const types = messageTypesOf(event);
  return subscriptions
    .filter((subscription) => wantsEvent(subscription, event))
    .flatMap(({ workspaceId, id: endpointId, eventTypes }) =>
      types
        .filter((type) => eventTypes.includes(type))
        .map((eventType) => ({
          workspaceId,
          endpointId,
          id: uuidv7(),
          eventType,
          sequence: event.sequence,
          body: runMessageBody(eventType, event, baseUrl),
          errandId: uuidv7(),
        })),
    );
}
