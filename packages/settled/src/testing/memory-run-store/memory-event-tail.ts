import type { Clock } from "../../ports/clock.ts";
import type { EventTail, ToldEvent } from "../../ports/event-tail.ts";
import { SILENT_LOGGER } from "../../ports/logger.ts";
import { createEventTail } from "../../postgres/event-tail/create-event-tail.ts";
import type { LogPart } from "../../postgres/event-tail/event-log.ts";
import { isBefore } from "../../postgres/event-tail/recent-events.ts";
import type { RunEvent } from "../../run/run-event.ts";
import type { RunLedger } from "./run-ledger.ts";

/** Waits until it is woken: whoever listens to memory is always told. */
const UNTIL_WOKEN: Clock = {
  nowMs: () => 0,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (ms === 0 || signal === undefined || signal.aborted) return resolve();
      signal.addEventListener("abort", () => resolve(), { once: true });
    }),
};

/** The tail of a store in memory, where an event is numbered when it is committed. */
export function createMemoryEventTail(ledger: RunLedger): EventTail {
  const eventsIn = ({ workspaceId, after, upTo }: LogPart) =>
    ledger.events.filter(
      (event) =>
        event.workspaceId === workspaceId &&
        isBefore(after, event.sequence) &&
        !isBefore(upTo, event.sequence),
    );
  return createEventTail({
    clock: UNTIL_WOKEN,
    logger: SILENT_LOGGER,
    gatherMs: 0,
    log: {
      look: async (workspaceIds) => ({
        isTelling: false,
        workspaces: workspaceIds.map((workspaceId) => ({
          workspaceId,
          head:
            ledger.events.findLast((event) => event.workspaceId === workspaceId)?.sequence ?? "0",
          writers: [],
        })),
      }),
      read: async (part, limit) =>
        eventsIn(part)
          .slice(0, limit)
          .map((event) => asToldEvent(ledger, event)),
      holdsMoreThan: async (part, count) => eventsIn(part).length > count,
      listen(onTold) {
        const stop = ledger.onAppend(onTold);
        return {
          fallAsleep: async () => "slept",
          wake: () => undefined,
          close: async () => stop(),
        };
      },
    },
  });
}

function asToldEvent(ledger: RunLedger, event: RunEvent): ToldEvent {
  const run = ledger.runs.get(event.runId);
  const { sequence, runId, version, kind, at, to } = event;
  return {
    sequence,
    runId,
    version,
    kind,
    at,
    status: to.status,
    outcome: to.outcome,
    operationType: run?.operationType ?? "",
    environmentId: run?.environmentId ?? null,
  };
}
