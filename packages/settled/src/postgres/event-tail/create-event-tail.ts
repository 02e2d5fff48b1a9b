import type { Clock } from "../../ports/clock.ts";
import type { EventTail } from "../../ports/event-tail.ts";
import type { Logger } from "../../ports/logger.ts";
import type { WorkspaceId } from "../../run/scope.ts";
import type { EventLog } from "./event-log.ts";
import { watchLog } from "./watch-log.ts";
import { createWorkspaceTail, type WorkspaceTail } from "./workspace-tail.ts";

export interface EventTailOptions {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Between two looks while events come in, so that they are given out in batches; 50 unless said. */
  readonly gatherMs?: number;
}

/** Looks at the log for all feeds of this process together, and only while there are any. */
export function createEventTail(options: EventTailOptions): EventTail {
  const tails = new Map<WorkspaceId, WorkspaceTail>();
  let lookNumber = 0;
  let watch: ReturnType<typeof watchLog> | null = null;
  let watchesEnded: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  function openTail(workspaceId: WorkspaceId): WorkspaceTail {
    const tail = createWorkspaceTail(
      { log: options.log, lookNumber: () => lookNumber },
      workspaceId,
    );
    if (isClosed) {
      tail.end();
      return tail;
    }
    tails.set(workspaceId, tail);
    watch ??= watchLog({ ...options, tails, nextLook: () => (lookNumber += 1) });
    return tail;
  }

  function leave(workspaceId: WorkspaceId, tail: WorkspaceTail): void {
    if (tail.isFollowed() || tails.get(workspaceId) !== tail) return;
    tails.delete(workspaceId);
    if (tails.size === 0) stopWatch();
  }

  function stopWatch(): void {
    if (watch === null) return;
    watchesEnded = Promise.all([watchesEnded, watch.stop()]);
    watch = null;
  }

  return {
    follow(input) {
      const tail = tails.get(input.workspaceId) ?? openTail(input.workspaceId);
      const feed = tail.follow(input, () => leave(input.workspaceId, tail));
      watch?.wake();
      return feed;
    },
    async close() {
      isClosed = true;
      for (const tail of tails.values()) tail.end();
      stopWatch();
      await watchesEnded;
    },
  };
}
