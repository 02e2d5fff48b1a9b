import { Card, CopyText, TimeAgo } from "settled-console/app";
import { hashStart } from "../parts/hash-start.ts";
import { text } from "../text.ts";
import { AttemptMark } from "./restore-marks.tsx";
import { attemptReason } from "./attempt-reason.ts";
import type { RestoreAttempt, RestoreItem } from "./restore-shape.ts";

const SHOWN_MAX = 400;

/** Every request of a restore in its order; each was journaled before it was sent. */
export function JournalCard({
  items,
  attempts,
}: {
  readonly items: readonly RestoreItem[];
  readonly attempts: readonly RestoreAttempt[];
}) {
  const names = new Map(items.map(({ no, name }) => [no, name]));
  return (
    <Card title={text("restores.journal")}>
      <p className="text-small text-soft">
        {text(attempts.length === 0 ? "restores.journal.none" : "restores.journal.detail")}
      </p>
      <ol className="divide-y divide-line">
        {attempts.slice(0, SHOWN_MAX).map((attempt) => (
          <li
            key={attempt.no}
            className="grid items-center gap-x-4 gap-y-1 py-2 sm:grid-cols-[2rem_minmax(0,1fr)_12rem_minmax(0,1fr)]"
          >
            <span className="hidden text-soft tabular-nums sm:inline">{attempt.no}</span>
            <span className="min-w-0">
              <span className="block break-words">
                {names.get(attempt.item_no) ?? text("restores.item_no", { no: attempt.item_no })}
              </span>
              <span className="text-small text-soft">
                {text("restores.step", { step: attempt.step })} ·{" "}
                <TimeAgo at={attempt.started_at} />
              </span>
            </span>
            <AttemptMark outcome={attempt.outcome} />
            <span className="text-small text-soft">
              {attemptReason(attempt)}
              {attempt.request_id === null ? null : (
                <span className="block">
                  {text("restores.request")}{" "}
                  <CopyText text={attempt.request_id} shown={hashStart(attempt.request_id)} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {attempts.length > SHOWN_MAX ? (
        <p className="text-small text-soft">
          {text("restores.journal.cut", { shown: SHOWN_MAX, count: attempts.length })}
        </p>
      ) : null}
    </Card>
  );
}
