import type { RunEvent } from "../api/run-shape.ts";
import { message } from "../messages/message.ts";
import { CopyText } from "../parts/copy-text.tsx";
import { FactList } from "../parts/fact-list.tsx";
import { candidatesOf } from "./actions/candidates-in.ts";
import { wordsOfName } from "./name-words.ts";

/** What is behind one line of the timeline, folded: for those who may read it. */
export function EventFold({ event }: { readonly event: RunEvent }) {
  const { candidates: _named, ...detail } = event.detail;
  const candidates = candidatesOf(event);
  return (
    <details className="min-w-0 open:basis-full">
      <summary className="cursor-pointer hover:text-ink">
        {candidates.length === 0
          ? message("run.timeline.detail")
          : message("run.timeline.candidates", { count: candidates.length })}
      </summary>
      <div className="mt-1 mb-1 rounded-md bg-sunken p-2.5 text-ink">
        {candidates.length === 0 ? null : (
          <ul className="mb-2">
            {candidates.map(({ type, id }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-2">
                {type.replaceAll("_", " ")} <CopyText text={id} />
              </li>
            ))}
          </ul>
        )}
        <FactList
          facts={[
            ...Object.entries(detail).map(([name, value]) => ({
              name: wordsOfName(name),
              value: typeof value === "string" ? value : JSON.stringify(value),
            })),
            event.request_id === null
              ? null
              : {
                  name: message("run.timeline.request"),
                  value: <CopyText text={event.request_id} />,
                },
            { name: message("run.timeline.version"), value: event.version },
          ]}
        />
      </div>
    </details>
  );
}
