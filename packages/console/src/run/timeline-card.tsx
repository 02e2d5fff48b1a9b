import type { RunTimeline } from "../api/run-shape.ts";
import { TimeAgo } from "../clock/time-ago.tsx";
import { message } from "../messages/message.ts";
import { Card } from "../parts/card.tsx";

/** Everything that happened to the run, in one order: created, handed over, attempts, silence, looks, people. */
export function TimelineCard({ timeline }: { readonly timeline: RunTimeline }) {
  return (
    <Card title={message("run.timeline.title")}>
      <ol className="relative ml-1.5 border-l border-line">
        {timeline.events.map(({ sequence, sentence, actor, at }) => (
          <li key={sequence} className="relative pb-3 pl-4 last:pb-0">
            <span
              aria-hidden="true"
              className="absolute top-1.5 -left-[5px] size-2.5 rounded-full border-2 border-card bg-strong-line"
            />
            <p>{sentence}</p>
            <p className="text-small text-soft">
              <TimeAgo at={at} /> · {actor.name || actor.kind}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
