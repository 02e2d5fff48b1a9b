import { useCapabilities } from "../access/use-capabilities.ts";
import type { RunEvent } from "../api/run-shape.ts";
import { TimeAgo } from "../clock/time-ago.tsx";
import { message } from "../messages/message.ts";
import { Button } from "../parts/button.tsx";
import { Card } from "../parts/card.tsx";
import { EventFold } from "./event-fold.tsx";
import type { SeenTimeline } from "./use-run.ts";

/** Lines that a reader looks for: the rest is the ordinary course of things. */
const TONES: Readonly<Partial<Record<RunEvent["kind"], string>>> = {
  went_silent: "bg-care",
  late_report: "bg-care",
  reconciled: "bg-accent",
  finished: "bg-accent",
  cancelled: "bg-off",
};

/** Everything that happened to the run, in one order: created, handed over, attempts, silence, looks, people. */
export function TimelineCard({
  workspace,
  timeline,
}: {
  readonly workspace: string;
  readonly timeline: SeenTimeline;
}) {
  const maySeeDetail = useCapabilities(workspace).has("runs.detail");
  return (
    <Card title={message("run.timeline.title")}>
      <ol className="relative ml-1.5 border-l border-line">
        {timeline.events.map((event) => (
          <li key={event.sequence} className="relative pb-3 pl-4 last:pb-0">
            <span
              aria-hidden="true"
              className={`absolute top-1.5 -left-[5px] size-2.5 rounded-full border-2 border-card ${TONES[event.kind] ?? "bg-strong-line"}`}
            />
            <p>{event.sentence}</p>
            <div className="flex flex-wrap gap-x-3 text-small text-soft">
              <p>
                <TimeAgo at={event.at} /> · {event.actor.name || event.actor.kind}
                {event.via === null ? null : <> · {message(`run.door.${event.via}`)}</>}
              </p>
              {maySeeDetail ? <EventFold event={event} /> : null}
            </div>
          </li>
        ))}
      </ol>
      {timeline.hasMore ? (
        <Button className="mt-3" disabled={timeline.isReadingMore} onClick={timeline.readMore}>
          {message("run.timeline.more")}
        </Button>
      ) : null}
    </Card>
  );
}
