import type { ReactNode } from "react";
import { TimeAgo } from "../clock/time-ago.tsx";
import { message } from "../messages/message.ts";
import type { Worker } from "./use-workers.ts";
import { WorkerMark } from "./worker-mark.tsx";

interface Column {
  readonly title: string;
  readonly cell: (worker: Worker) => ReactNode;
}

const COLUMNS: readonly Column[] = [
  {
    title: message("workers.column.state"),
    cell: ({ state, ended_because: because }) => (
      <>
        <WorkerMark state={state} />
        {because === null ? null : (
          <span className="block text-small text-soft">
            {message(`workers.because.${because}`)}
          </span>
        )}
      </>
    ),
  },
  {
    title: message("workers.column.name"),
    cell: ({ name }) => <code className="font-mono text-small break-all">{name}</code>,
  },
  {
    title: message("workers.column.since"),
    cell: (worker) => <TimeAgo at={worker.started_at} />,
  },
  {
    title: message("workers.column.beat"),
    cell: (worker) => <TimeAgo at={worker.last_beat_at} />,
  },
  {
    title: message("workers.column.sweep"),
    cell: ({ last_sweep_at: sweptAt }) =>
      sweptAt === null ? message("workers.never_swept") : <TimeAgo at={sweptAt} />,
  },
  {
    title: message("workers.column.ended"),
    cell: ({ ended_at: endedAt }) => (endedAt === null ? "–" : <TimeAgo at={endedAt} />),
  },
  { title: message("workers.column.runs"), cell: ({ runs }) => runs },
];

/** Workers, the living first. Narrow screens show each as a list of what is known of it. */
export function WorkerTable({ workers }: { readonly workers: readonly Worker[] }) {
  return (
    <table className="w-full border-collapse text-left max-md:block">
      <caption className="sr-only">{message("workers.caption")}</caption>
      <thead className="max-md:sr-only">
        <tr>
          {COLUMNS.map(({ title }) => (
            <th
              key={title}
              scope="col"
              className="px-2.5 py-2 text-small font-semibold whitespace-nowrap text-soft"
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {workers.map((worker) => (
          <tr key={worker.id} className="border-t border-line bg-card max-md:block max-md:py-2">
            {COLUMNS.map(({ title, cell }) => (
              <td
                key={title}
                data-label={title}
                className="px-2.5 py-2 align-top max-md:flex max-md:gap-2 max-md:py-0.5 max-md:before:w-24 max-md:before:shrink-0 max-md:before:text-soft max-md:before:content-[attr(data-label)]"
              >
                <div className="min-w-0">{cell(worker)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
