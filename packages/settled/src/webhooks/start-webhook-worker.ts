import type { EngineWorker } from "../ports/engine-driver.ts";
import type { ErrandDriver } from "../ports/errand-driver.ts";
import { deliverMessage, type DeliverOptions } from "./deliver-message.ts";
import { FEED_BATCH, feedEvents } from "./feed-events.ts";
import { HAND_OVER_BATCH, handOverDeliveries } from "./hand-over-deliveries.ts";
import { readErrand, webhookQueueOf } from "./webhook-errand.ts";

export interface WebhookWorkerOptions extends DeliverOptions {
  readonly errands: ErrandDriver;
  readonly transactional: boolean;
}

const CONCURRENCY = 8;
/** One receiver that is slow leaves places for the others. */
const CONCURRENCY_OF_ENDPOINT = 3;
const AFTER_FAILURE_MS = 2_000;
const FORGET_EVERY_MS = 60_000;
const KEEP_MS = 30 * 24 * 60 * 60 * 1_000;
const FORGET_BATCH = 1_000;
const CUT_OFF = "The worker ended in the middle of the last try; whether it arrived is not known.";

/** Feeds events to endpoints and delivers what was fed, until it is stopped. Every worker process may do it. */
export async function startWebhookWorker(options: WebhookWorkerOptions): Promise<EngineWorker> {
  const { errands, post, settings } = options;
  const queue = webhookQueueOf(settings);
  await errands.prepare(queue);
  const stopping = new AbortController();
  const feeding = keepFeeding(options, stopping.signal);
  const worker = await errands.work(queue, {
    concurrency: CONCURRENCY,
    concurrencyOfGroup: CONCURRENCY_OF_ENDPOINT,
    carryOut: (delivery) => deliverMessage(options, delivery),
    async onGivenUp(payload) {
      const errand = readErrand(payload);
      if (errand !== null) await post.giveUp(errand.delivery, errand.errandId, CUT_OFF);
    },
  });
  return {
    async stop(limits) {
      stopping.abort();
      await Promise.all([feeding, worker.stop(limits)]);
    },
  };
}

async function keepFeeding(options: WebhookWorkerOptions, signal: AbortSignal): Promise<void> {
  const { clock, logger, post, settings } = options;
  const queue = webhookQueueOf(settings);
  const { baseUrl } = settings;
  let forgotAtMs = clock.nowMs();
  while (!signal.aborted) {
    try {
      const fed = await feedEvents({ ...options, baseUrl });
      const sent = await handOverDeliveries({ ...options, queue });
      if (clock.nowMs() - forgotAtMs >= FORGET_EVERY_MS) {
        forgotAtMs = clock.nowMs();
        await post.forget({ olderThanMs: KEEP_MS, limit: FORGET_BATCH });
      }
      const isMore = fed === FEED_BATCH || sent === HAND_OVER_BATCH;
      if (!isMore) await clock.sleep(settings.feedEveryMs, signal);
    } catch (error) {
      logger.warn({ error }, "webhooks could not be fed; the next round tries again");
      await clock.sleep(AFTER_FAILURE_MS, signal);
    }
  }
}
