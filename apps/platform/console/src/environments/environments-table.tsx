import { Link, type PlainColumn, PlainTable, TimeAgo } from "settled-console/app";
import { BarLegend } from "../charts/bar-legend.tsx";
import { areaParts } from "../charts/area-parts.ts";
import { periodWords } from "../parts/period-words.ts";
import { text } from "../text.ts";
import { coverageWords } from "./count-words.ts";
import type { Environment } from "./environment-shape.ts";
import { HeatCell } from "./heat-cell.tsx";
import { environmentPath, reviewPath, runPath, snapshotPath } from "./places.ts";
import { EnvironmentMark } from "./state-marks.tsx";

const LEGEND = areaParts({ aligned: 0, accepted: 0, open: 0, not_assessed: 0 });

/** Environments by areas, the heat strip of a workspace, each row with the newest of what was made of it. */
export function EnvironmentsTable({
  workspace,
  environments,
}: {
  readonly workspace: string;
  readonly environments: readonly Environment[];
}) {
  const areas = areasOf(environments);
  const placeOf = ({ id }: Environment) => ({ workspace, environment: id });
  const columns: readonly PlainColumn<Environment>[] = [
    {
      name: text("environments.column.environment"),
      render: (one) => (
        <div className="lg:min-w-36">
          <Link
            to={environmentPath(placeOf(one))}
            className="font-semibold text-accent underline decoration-strong-line underline-offset-2"
          >
            {one.name}
          </Link>
          <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-small text-soft">
            <span className="font-mono text-tiny">{one.id}</span>
            {one.state === "active" ? null : <EnvironmentMark state={one.state} />}
          </span>
        </div>
      ),
    },
    ...areas.map((area) => ({
      name: area,
      render: ({ review }: Environment) =>
        review === null ? (
          <span className="text-soft">{text("heat.not_reviewed")}</span>
        ) : (
          <HeatCell area={area} line={review.areas.find((line) => line.area === area)} />
        ),
    })),
    {
      name: text("environments.column.snapshot"),
      render: (one) => <SnapshotCell place={placeOf(one)} snapshot={one.snapshot} />,
    },
    {
      name: text("environments.column.review"),
      render: (one) => <ReviewCell place={placeOf(one)} review={one.review} />,
    },
    {
      name: text("environments.column.restore"),
      render: (one) => <RestoreCell workspace={workspace} restore={one.restore} />,
    },
  ];
  return (
    <div className="rounded-lg border border-line bg-card px-4 py-2">
      <PlainTable
        caption={text("environments.caption")}
        columns={columns}
        rows={environments}
        look="wideInCard"
        keyOf={({ id }) => id}
      />
      {areas.length === 0 ? null : (
        <div className="border-t border-line pt-2 pb-1">
          <Legend />
        </div>
      )}
    </div>
  );
}

function Legend() {
  return (
    <div className="flex flex-wrap gap-x-3 text-small text-soft">
      <span>{text("environments.legend")}</span>
      <BarLegend parts={LEGEND} isFigured={false} />
    </div>
  );
}

interface Placed {
  readonly place: { readonly workspace: string; readonly environment: string };
}

function SnapshotCell({ place, snapshot }: Placed & Pick<Environment, "snapshot">) {
  if (snapshot === null) return <None />;
  return (
    <>
      <Link to={snapshotPath(place, snapshot.id)}>
        <TimeAgo at={snapshot.sealed_at} />
      </Link>
      <span className="block text-small text-soft">{coverageWords(snapshot.coverage)}</span>
    </>
  );
}

function ReviewCell({ place, review }: Placed & Pick<Environment, "review">) {
  if (review === null) return <None />;
  return (
    <>
      <Link to={reviewPath(place, review.id)}>
        {text("reviews.short", { number: String(review.sequence) })}
      </Link>
      <span className="block text-small text-soft">{periodWords(review.period)}</span>
    </>
  );
}

function RestoreCell({
  workspace,
  restore,
}: { readonly workspace: string } & Pick<Environment, "restore">) {
  if (restore === null) return <None />;
  return (
    <>
      <Link to={runPath(workspace, restore.run_id)}>{writtenWords(restore)}</Link>
      <span className="block text-small text-soft">
        <TimeAgo at={restore.sealed_at} />
      </span>
    </>
  );
}

/** What was really written; nothing is claimed of a restore that nobody has judged. */
function writtenWords(restore: NonNullable<Environment["restore"]>): string {
  if (restore.judged_at === null) return text("environments.restore.not_judged");
  return text("environments.restore.written", {
    written: String(restore.written),
    planned: String(restore.planned),
  });
}

function None() {
  return <span className="text-soft">{text("environments.none_yet")}</span>;
}

function areasOf(environments: readonly Environment[]): readonly string[] {
  const names = environments.flatMap(({ review }) => review?.areas.map(({ area }) => area) ?? []);
  return [...new Set(names)].toSorted();
}
