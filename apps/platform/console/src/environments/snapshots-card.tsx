import { Link, PlainTable, TimeAgo } from "settled-console/app";
import { text } from "../text.ts";
import { countsWords, coverageWords } from "./count-words.ts";
import type { Page, SnapshotLine } from "./environment-shape.ts";
import { ListCard } from "./list-card.tsx";
import { type EnvironmentPlace, runPath, snapshotPath } from "./places.ts";
import { SnapshotMark } from "./state-marks.tsx";
import { useOfEnvironment } from "./use-environment.ts";

/** The snapshots of the environment, newest first. */
export function SnapshotsCard({ place }: { readonly place: EnvironmentPlace }) {
  const found = useOfEnvironment<Page<"snapshots", SnapshotLine>>(place, "/snapshots");
  return (
    <ListCard title={text("snapshots.title")} found={found}>
      {({ snapshots, next }) => (
        <>
          {snapshots.length === 0 ? (
            <p className="text-soft">{text("snapshots.none")}</p>
          ) : (
            <PlainTable
              caption={text("snapshots.title")}
              rows={snapshots}
              keyOf={({ id }) => id}
              columns={[
                {
                  name: text("snapshots.column.sealed"),
                  render: ({ id, sealed_at }) => (
                    <Link to={snapshotPath(place, id)}>
                      <TimeAgo at={sealed_at} />
                    </Link>
                  ),
                },
                {
                  name: text("snapshots.column.state"),
                  render: ({ state }) => <SnapshotMark state={state} />,
                },
                {
                  name: text("snapshots.column.read"),
                  render: ({ counts, coverage }) => (
                    <>
                      {countsWords(counts)}
                      <span className="block text-small text-soft">{coverageWords(coverage)}</span>
                    </>
                  ),
                },
                {
                  name: text("snapshots.column.run"),
                  render: ({ captured_by_run_id: run }) => (
                    <Link to={runPath(place.workspace, run)}>{text("link.run")}</Link>
                  ),
                },
              ]}
            />
          )}
          {next === null ? null : (
            <p className="mt-2 text-small text-soft">
              {text("list.first", { count: String(snapshots.length) })}
            </p>
          )}
        </>
      )}
    </ListCard>
  );
}
