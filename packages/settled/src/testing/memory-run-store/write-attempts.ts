import type { AttemptRef, RunWriter, SeenRun } from "../../ports/run-writer.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import type { WorkerLeases } from "./worker-leases.ts";
import type { WriteRun } from "./write-run.ts";

type AttemptWrites = Pick<
  RunWriter,
  "beginRun" | "recordProgress" | "guardRun" | "finishRun" | "endAttempt"
>;

/** What a worker writes. All but the begin is fenced by attempt and owner. */
export function writeAttempts(write: WriteRun, leases: WorkerLeases): AttemptWrites {
  return {
    beginRun: (seen, { ownerId, dueAfterMs, actor }) =>
      write(seen, (run, now) => {
        if (!isSeen(run, seen) || !leases.leaseIsLive(ownerId)) return null;
        if (run.ownerId !== null && leases.leaseIsLive(run.ownerId)) return null;
        return {
          fields: {
            status: "running",
            attempt: run.attempt + 1,
            ownerId,
            startedAt: run.startedAt ?? now,
            progress: null,
            dueAt: laterBy(now, dueAfterMs),
          },
          event: { kind: "begun", actor, detail: {} },
        };
      }),

    recordProgress: (attempt, progress) =>
      write(attempt, (run) =>
        isHeldBy(run, attempt) ? { fields: { progress }, event: null } : null,
      ),

    guardRun: (attempt, on) =>
      write(attempt, (run) => (isHeldBy(run, attempt) ? { fields: {}, event: null } : null), on),

    finishRun: (attempt, finish, actor, on) =>
      write(
        attempt,
        (run, now) =>
          isHeldBy(run, attempt)
            ? {
                fields: {
                  status: "completed",
                  outcome: finish.outcome,
                  context: { ...run.context, ...finish.context },
                  summary: finish.summary ?? run.summary,
                  failure: finish.failure ?? run.failure,
                  ownerId: null,
                  dueAt: null,
                  completedAt: now,
                },
                event: { kind: "finished", actor, detail: finish.context },
              }
            : null,
        on,
      ),

    endAttempt: (attempt, { failure, detail, dueAfterMs, actor }) =>
      write(attempt, (run, now) =>
        isHeldBy(run, attempt)
          ? {
              fields: {
                ownerId: null,
                failure: failure ?? run.failure,
                dueAt: laterBy(now, dueAfterMs),
              },
              event: { kind: "attempt_ended", actor, detail },
            }
          : null,
      ),
  };
}

export function isSeen(run: OperationRun, seen: SeenRun): boolean {
  return run.version === seen.version;
}

export function laterBy(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}

function isHeldBy(run: OperationRun, { attempt, ownerId }: AttemptRef): boolean {
  return run.status === "running" && run.attempt === attempt && run.ownerId === ownerId;
}
