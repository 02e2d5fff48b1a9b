import type { ErrandDriver, ErrandQueue } from "../ports/errand-driver.ts";
import type { FaultPoints } from "../ports/fault-points.ts";
import type { TransactionRunner } from "../ports/sql-executor.ts";
import { PING } from "../ports/webhook.ts";
import type { WebhookPost } from "../ports/webhook-post.ts";
import { errandPayloadOf } from "./webhook-errand.ts";

export interface HandOverOptions {
  readonly post: WebhookPost;
  readonly transactions: TransactionRunner;
  readonly errands: ErrandDriver;
  readonly queue: ErrandQueue;
  /** Whether an errand can be sent in a transaction of ours. */
  readonly transactional: boolean;
  readonly faults: FaultPoints;
}

export const HAND_OVER_BATCH = 100;

/**
 * Hands deliveries over to the engine that it does not know of yet. An errand that was sent although the note of it
 * was lost is sent again by the same key, and the engine keeps one of them. Answers how many were handed over.
 */
export async function handOverDeliveries(options: HandOverOptions): Promise<number> {
  const { post, transactions, errands, queue, transactional, faults } = options;
  return transactions.transaction(
    async (tx) => {
      const waiting = await post.takeWaiting(tx, HAND_OVER_BATCH);
      for (const { errandId, eventType, ...delivery } of waiting) {
        const errand = {
          key: errandId,
          payload: errandPayloadOf({ delivery, errandId }),
          group: delivery.endpointId,
          // Whoever pings is waiting for the answer, not for tomorrow's.
          ...(eventType === PING ? { triesMax: 1 } : {}),
        };
        await errands.send(queue, errand, transactional ? tx : undefined);
      }
      if (waiting.length > 0) await faults.reach("webhook.before_hand_over_commit");
      return waiting.length;
    },
    { repeat: true },
  );
}
