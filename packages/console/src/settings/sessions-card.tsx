import { message } from "../messages/message.ts";
import { Button } from "../parts/button.tsx";
import { Card } from "../parts/card.tsx";
import { LoadingState } from "../parts/loading-state.tsx";
import { PlainTable } from "../parts/plain-table.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { sessionColumns } from "./session-columns.tsx";
import { useEndSessions, useSessions } from "./use-sessions.ts";

/** Where the person is signed in, with the way to end what is not this browser. */
export function SessionsCard() {
  const found = useSessions();
  const end = useEndSessions();
  const others = found.data?.filter((session) => !session.is_this_one) ?? [];
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
      {found.isError ? <ProblemNote isOfReading error={found.error} /> : null}
      {found.data === undefined ? null : found.data.length === 0 ? (
        <p className="text-soft">{message("sessions.none")}</p>
      ) : (
        <PlainTable
          caption={message("sessions.title")}
          columns={sessionColumns(end.isPending, (session) => end.mutate([session]))}
          rows={found.data}
          keyOf={({ id }) => id}
        />
      )}
    </Card>
  );
}
