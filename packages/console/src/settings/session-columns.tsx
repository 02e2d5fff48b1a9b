import { TimeAgo } from "../clock/time-ago.tsx";
import { TimeUntil } from "../clock/time-until.tsx";
import { message } from "../messages/message.ts";
import { Button } from "../parts/button.tsx";
import type { PlainColumn } from "../parts/plain-table.tsx";
import type { Session } from "./use-sessions.ts";

export function sessionColumns(
  isEnding: boolean,
  onEnd: (session: Session) => void,
): readonly PlainColumn<Session>[] {
  return [
    {
      name: message("sessions.began"),
      render: ({ created_at, is_this_one }) => (
        <>
          <TimeAgo at={created_at} />
          {is_this_one ? (
            <span className="ml-2 rounded-md bg-accent-ground px-1.5 py-0.5 text-tiny font-semibold text-accent">
              {message("sessions.this_one")}
            </span>
          ) : null}
        </>
      ),
    },
    { name: message("sessions.seen"), render: ({ last_seen_at }) => <TimeAgo at={last_seen_at} /> },
    { name: message("sessions.ends"), render: ({ ends_at }) => <TimeUntil at={ends_at} /> },
    {
      name: message("table.actions"),
      isAction: true,
      render: (session) =>
        session.is_this_one ? null : (
          <Button disabled={isEnding} onClick={() => onEnd(session)}>
            {message("sessions.end")}
          </Button>
        ),
    },
  ];
}
