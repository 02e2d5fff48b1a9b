import type { ServedRun } from "../api/run-shape.ts";
import { LOCALE } from "../messages/create-message.ts";
import { message } from "../messages/message.ts";
import { Card } from "../parts/card.tsx";
import { wordsOfName } from "./name-words.ts";

const figures = new Intl.NumberFormat(LOCALE);

/** What the run has counted; of an action on many runs, what became of them. */
export function CountsCard({ run }: { readonly run: ServedRun }) {
  const counts = Object.entries(run.summary);
  if (counts.length === 0) return null;
  return (
    <Card title={message("run.counts.title")}>
      <dl className="flex flex-wrap gap-x-6 gap-y-2">
        {counts.map(([name, count]) => (
          <div key={name} className="flex flex-col-reverse">
            <dt className="text-small text-soft">{wordsOfName(name)}</dt>
            <dd className={`text-lead tabular-nums ${count === 0 ? "text-soft" : "font-semibold"}`}>
              {figures.format(count)}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
