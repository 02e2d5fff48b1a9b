import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import type { WorkspaceId } from "../../run/scope.ts";
import type { EventLog } from "./event-log.ts";
import type { WorkspaceTail } from "./workspace-tail.ts";

export interface LogWatchOptions {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Between two looks while events come in, so that they are given out in batches; 100 unless said. */
  readonly gatherMs?: number;
  readonly tails: ReadonlyMap<WorkspaceId, WorkspaceTail>;
  nextLook(): number;
}

export interface LogWatch {
  /** There may be something to see. */
  wake(): void;
  stop(): Promise<void>;
}

const GATHER_MS = 100;
/** Who waits for a transaction under way looks again soon, and more rarely the longer it takes. */
const FIRST_WAIT_MS = 10;
const WAIT_MAX_MS = 250;
/** Nothing rests on being told: a writer that ends without telling is noticed by this look. */
const ASLEEP_MS = 1_000;
const FAULT_WAIT_MAX_MS = 5_000;
const READS_AT_ONCE_MAX = 4;
const QUIET_LOOKS = 2;

/** What a look found, in the order of haste. */
type Found = "news" | "writers" | "nothing" | "fault";

/** Looks at the log until it is stopped: when told, again while somebody is writing, and else once a second. */
export function watchLog(options: LogWatchOptions): LogWatch {
  const { clock, log, logger, tails, gatherMs = GATHER_MS } = options;
  const stopped = new AbortController();
  let isTold = true;
  let rouse: () => void = () => undefined;

  function wake(): void {
    isTold = true;
    rouse();
  }

  /** Waits for all that it has begun, so that no two looks release the same. */
  async function look(): Promise<Found> {
    const number = options.nextLook();
    const seen = await log.look([...tails.keys()]);
    const isBusy = seen.isTelling || seen.workspaces.some(({ writers }) => writers.length > 0);
    let found: Found = isBusy ? "writers" : "nothing";
    const waiting = [...seen.workspaces];
    const reader = async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (stopped.signal.aborted) return;
        try {
          const isNews = await tails.get(next.workspaceId)?.release(next, number);
          if (isNews === true) found = "news";
        } catch (error) {
          warn(error);
          if (found !== "news") found = "fault";
        }
      }
    };
    await Promise.all(Array.from({ length: READS_AT_ONCE_MAX }, reader));
    return found;
  }

  function warn(error: unknown): void {
    logger.warn({ error }, "the tail of the events could not be read");
  }

  async function lookSafely(): Promise<Found> {
    try {
      return await look();
    } catch (error) {
      warn(error);
      return "fault";
    }
  }

  /** Ends early when stopped, and when told if that may be. */
  async function rest(ms: number, { untilTold }: { readonly untilTold: boolean }): Promise<void> {
    if (stopped.signal.aborted || (untilTold && isTold)) return;
    const over = new AbortController();
    const end = () => over.abort();
    stopped.signal.addEventListener("abort", end, { once: true });
    if (untilTold) rouse = end;
    await clock.sleep(ms, over.signal);
    rouse = () => undefined;
    stopped.signal.removeEventListener("abort", end);
  }

  async function run(): Promise<void> {
    const listener = log.listen(wake);
    let waits = 0;
    let faults = 0;
    let quietLooks = 0;
    while (!stopped.signal.aborted) {
      if (isTold) quietLooks = waits = 0;
      isTold = false;
      const found = await lookSafely();
      waits = found === "writers" ? waits + 1 : 0;
      faults = found === "fault" ? faults + 1 : 0;
      quietLooks = found === "nothing" ? quietLooks + 1 : 0;
      switch (found) {
        case "news":
          // More is likely to come: nobody need tell of it.
          listener.wake();
          await rest(gatherMs, { untilTold: false });
          break;
        case "writers":
          await rest(waitMs(waits, WAIT_MAX_MS), { untilTold: true });
          break;
        case "fault":
          await rest(waitMs(faults, FAULT_WAIT_MAX_MS), { untilTold: false });
          break;
        case "nothing": {
          const sleep = await listener.fallAsleep();
          // Writers who did not tell may have come before they were asked to: two quiet looks show that none is left.
          if (sleep === "fell") quietLooks = 0;
          const mayRest = sleep === "slept" && quietLooks >= QUIET_LOOKS;
          const ms = mayRest ? ASLEEP_MS : sleep === "failed" ? WAIT_MAX_MS : gatherMs;
          await rest(ms, { untilTold: true });
          break;
        }
      }
    }
    await listener.close();
  }

  const ended = run();
  return {
    wake,
    stop() {
      stopped.abort();
      return ended;
    },
  };
}

function waitMs(inVain: number, maxMs: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** Math.min(inVain - 1, 10), maxMs);
}
