import { TimeAgo } from "../clock/time-ago.tsx";
import { TimeUntil } from "../clock/time-until.tsx";
import { message } from "../messages/message.ts";
import { Button } from "../parts/button.tsx";
import { Card } from "../parts/card.tsx";
import { LoadingState } from "../parts/loading-state.tsx";
import { PlainTable, type PlainColumn } from "../parts/plain-table.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { type Session, useEndSessions, useSessions } from "./use-sessions.ts";

/** Where the person is signed in, with the way to end what is not this browser. */
export function SessionsCard() {
  const found = useSessions();
  const end = useEndSessions();
  const others = found.data?.filter((session) => !session.is_this_one) ?? [];
  const columns: readonly PlainColumn<Session>[] = [
    {
      name: message("sessions.began"),
      cell: ({ created_at, is_this_one }) => (
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
    { name: message("sessions.seen"), cell: ({ last_seen_at }) => <TimeAgo at={last_seen_at} /> },
    { name: message("sessions.ends"), cell: ({ ends_at }) => <TimeUntil at={ends_at} /> },
    {
      name: message("table.actions"),
      isAction: true,
      cell: (session) =>
        session.is_this_one ? null : (
          <Button disabled={end.isPending} onClick={() => end.mutate([session])}>
            {message("sessions.end")}
          </Button>
        ),
    },
  ];
  return (
    <Card
      title={message("sessions.title")}
      aside={
        others.length === 0 ? null : (
          <Button className="ml-auto" disabled={end.isPending} onClick={() => end.mutate(others)}>
            {message("sessions.end_others", { count: others.length })}
          </Button>
        )
      }
    >
      {end.isError ? <ProblemNote error={end.error} /> : null}
      {found.isPending ? <LoadingState rows={2} /> : null}
      {found.isError ? <ProblemNote error={found.error} /> : null}
      {found.data === undefined ? null : found.data.length === 0 ? (
        <p className="text-soft">{message("sessions.none")}</p>
      ) : (
        <PlainTable
          caption={message("sessions.title")}
          columns={columns}
          rows={found.data}
          keyOf={({ id }) => id}
        />
      )}
    </Card>
  );
}
