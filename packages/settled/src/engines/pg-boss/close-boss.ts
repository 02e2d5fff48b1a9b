import type { PgBoss } from "pg-boss";
import { type Clock, SYSTEM_CLOCK } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import { describeFailure } from "../../run/describe-failure.ts";

/** pg-boss gives handlers a second at least. */
const HANDLERS_WITHIN_MS = 1_000;
const CLOSE_WITHIN_MS = 10_000;

/** Stops pg-boss and its pool. Jobs still under way are failed, so that others hear of them at once. Never throws. */
export async function closeBoss(
  boss: PgBoss,
  logger: Logger,
  clock: Clock = SYSTEM_CLOCK,
): Promise<void> {
  const closed = new AbortController();
  const stopping = boss
    .stop({ graceful: true, timeout: HANDLERS_WITHIN_MS })
    .catch((error: unknown) => {
      const { message } = describeFailure(error, 0);
      logger.warn({ engine: "pg-boss", error: message }, "pg-boss did not stop cleanly");
    })
    .finally(() => closed.abort());
  await Promise.race([stopping, clock.sleep(CLOSE_WITHIN_MS, closed.signal)]);
}
