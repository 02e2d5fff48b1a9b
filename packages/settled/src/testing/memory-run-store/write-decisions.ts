import type { RunWriter } from "../../ports/run-writer.ts";
import { isSeen, laterBy } from "./write-attempts.ts";
import type { WriteRun } from "./write-run.ts";

type DecisionWrites = Pick<
  RunWriter,
  "recordDispatch" | "reconcileRun" | "cancelRun" | "requestCancel" | "postponeRun" | "recordEvent"
>;

/** What is written about a run by others than its worker: fenced by the version that they have seen. */
export function writeDecisions(write: WriteRun): DecisionWrites {
  return {
    recordDispatch: (seen, dispatch, { kind, dueAfterMs, actor }, on) =>
      write(
        seen,
        (run, now) =>
          isSeen(run, seen) && run.status === "queued"
            ? {
                fields: {
                  context: {
                    ...run.context,
                    dispatch: { ...dispatch, dispatched_at: now.toISOString() },
                  },
                  queuedAt: now,
                  dueAt: laterBy(now, dueAfterMs),
                },
                event: { kind, actor, detail: {} },
              }
            : null,
        on,
      ),

    reconcileRun: (seen, { record, summary, detail, dueAfterMs }, actor) =>
      write(seen, (run, now) => {
        if (!isSeen(run, seen)) return null;
        const { reason, trigger, adapter } = record;
        return {
          fields: {
            status: "completed",
            outcome: record.decision,
            context: {
              ...run.context,
              reconciliation: { ...record, decided_at: now.toISOString() },
            },
            summary: summary ?? run.summary,
            ownerId: null,
            completedAt: run.completedAt ?? now,
            dueAt: dueAfterMs === null ? null : laterBy(now, dueAfterMs),
          },
          event: { kind: "reconciled", actor, detail: { ...detail, reason, trigger, adapter } },
        };
      }),

    cancelRun: (seen, { reason, detail }, actor) =>
      write(seen, (run, now) =>
        isSeen(run, seen) && run.attempt === 0
          ? {
              fields: {
                status: "completed",
                outcome: "cancelled",
                context: { ...run.context, reason },
                cancelRequestedAt: now,
                completedAt: now,
                dueAt: null,
              },
              event: { kind: "cancelled", actor, detail: { ...detail, reason } },
            }
          : null,
      ),

    requestCancel: (seen, detail, actor) =>
      write(seen, (run, now) =>
        isSeen(run, seen) && run.cancelRequestedAt === null
          ? {
              fields: { cancelRequestedAt: now },
              event: { kind: "cancel_requested", actor, detail },
            }
          : null,
      ),

    postponeRun: (seen, dueAfterMs) =>
      write(seen, (run, now) =>
        isSeen(run, seen)
          ? {
              fields: { dueAt: dueAfterMs === null ? null : laterBy(now, dueAfterMs) },
              event: null,
            }
          : null,
      ),

    recordEvent: (key, { kind, detail, wake, actor }) =>
      write(key, (run, now) => ({
        fields: wake && run.outcome !== "succeeded" ? { dueAt: now } : {},
        event: { kind, actor, detail },
      })),
  };
}
