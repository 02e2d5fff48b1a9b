import { useQuery } from "@tanstack/react-query";
import {
  Card,
  Link,
  LoadingState,
  NeedingButton,
  ProblemNote,
  ProblemState,
  RunNote,
  useApi,
} from "settled-console/app";
import { type EnvironmentPlace, pathIn } from "../places/environment-place.ts";
import { text } from "../text.ts";
import { packsKey } from "./pack-keys.ts";
import { ReadinessMark } from "./pack-marks.tsx";
import type { Readiness } from "./pack-shape.ts";
import { useRendering } from "./use-rendering.ts";

const RENDERED: readonly Readiness["state"][] = ["ready", "review_withheld"];

interface ReadinessCardProps {
  readonly place: EnvironmentPlace;
  readonly review: { readonly id: string; readonly sequence: number };
  /** The run that renders, if one was started here. */
  readonly run: string | null;
  onStarted(run: string): void;
}

/** What there is for each profile before anything is downloaded, and the way to have the rest rendered. */
export function ReadinessCard({ place, review, run, onStarted }: ReadinessCardProps) {
  const api = useApi();
  const found = useQuery({
    queryKey: [...packsKey(place), "readiness", review.id],
    queryFn: async ({ signal }) =>
      (
        await api.ask<{ readonly profiles: readonly Readiness[] }>(
          pathIn(place, `/reviews/${review.id}/packs`),
          { signal },
        )
      ).body.profiles,
  });
  const { start, render, followed, isUnderWay } = useRendering(place, {
    review: review.id,
    run,
    onStarted,
  });
  const title = text("packs.readiness.title", { sequence: review.sequence });
  if (found.isPending) return <LoadingState rows={3} />;
  if (found.isError) {
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const missing = found.data.filter(({ state }) => !RENDERED.includes(state));
  return (
    <Card
      title={title}
      aside={
        missing.length < 2 ? null : (
          <span className="no-print ml-auto">
            <NeedingButton
              workspace={place.workspace}
              capability="packs.render"
              look="main"
              disabled={isUnderWay}
              onClick={() => render(missing.map(({ profile }) => profile))}
            >
              {text("packs.render.missing", { count: missing.length })}
            </NeedingButton>
          </span>
        )
      }
    >
      <ul className="divide-y divide-line">
        {found.data.map((readiness) => (
          <ReadinessRow
            key={readiness.profile}
            place={place}
            readiness={readiness}
            isUnderWay={isUnderWay}
            onRender={() => render([readiness.profile])}
          />
        ))}
      </ul>
      {start.isError ? <ProblemNote error={start.error} /> : null}
      {followed.run === undefined ? null : (
        <div className="mt-3">
          <RunNote run={followed.run} live={followed.live} />
        </div>
      )}
    </Card>
  );
}

function ReadinessRow({
  place,
  readiness,
  isUnderWay,
  onRender,
}: {
  readonly place: EnvironmentPlace;
  readonly readiness: Readiness;
  readonly isUnderWay: boolean;
  onRender(): void;
}) {
  const { profile, state, stale, pack_id: pack } = readiness;
  const label = text(`packs.profile.${profile}`);
  return (
    <li className="grid items-center gap-x-4 gap-y-1.5 py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_7rem]">
      <div>
        {pack === null ? (
          <span className="font-semibold">{label}</span>
        ) : (
          <Link to={pathIn(place, `/packs/${pack}`)} className="font-semibold">
            {label}
          </Link>
        )}
        <p className="text-small text-soft">{text(`packs.profile.${profile}.for`)}</p>
      </div>
      <ReadinessMark state={state} stale={stale} />
      {RENDERED.includes(state) ? null : (
        <span className="no-print sm:justify-self-end">
          <NeedingButton
            workspace={place.workspace}
            capability="packs.render"
            disabled={isUnderWay}
            aria-label={`${text("packs.render")}: ${label}`}
            onClick={onRender}
          >
            {text("packs.render")}
          </NeedingButton>
        </span>
      )}
    </li>
  );
}
