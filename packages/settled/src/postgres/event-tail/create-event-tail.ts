import type { EventTail } from "../../ports/event-tail.ts";
import type { WorkspaceId } from "../../run/scope.ts";
import { type LogWatch, type LogWatchOptions, watchLog } from "./watch-log.ts";
import { createWorkspaceTail, type WorkspaceTail } from "./workspace-tail.ts";

export type EventTailOptions = Omit<LogWatchOptions, "tails" | "nextLook">;

/** Looks at the log for all feeds of this process together, and only while there are any. */
export function createEventTail(options: EventTailOptions): EventTail {
  const tails = new Map<WorkspaceId, WorkspaceTail>();
  let lookNumber = 0;
  let watch: LogWatch | null = null;
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
