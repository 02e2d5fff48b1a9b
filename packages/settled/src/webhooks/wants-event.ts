import type { FeedEvent, Subscription } from "../ports/webhook-post.ts";

/** Whether an endpoint is about the event's run at all, and was there when it was written. */
export function wantsEvent(subscription: Subscription, event: FeedEvent): boolean {
  const { workspaceId, environmentId } = event.run;
  const { environmentIds } = subscription;
  const isAbout =
    environmentIds === null || (environmentId !== null && environmentIds.includes(environmentId));
  const isSince = BigInt(event.sequence) > BigInt(subscription.sinceSequence);
  return subscription.workspaceId === workspaceId && isAbout && isSince;
}
