import { History } from "lucide-react";
import {
  buttonClass,
  Card,
  Link,
  LoadingState,
  OutcomeMark,
  PageHead,
  ProblemState,
  StateFrame,
  TimeAgo,
} from "settled-console/app";
import { MoreButton } from "../parts/more-button.tsx";
import { type EnvironmentPlace, pathIn, useEnvironmentPlace } from "../places/environment-place.ts";
import { useEnvironment } from "../places/use-environment.ts";
import { useList } from "../places/use-list.ts";
import { text } from "../text.ts";
import { restoresKey } from "./restore-keys.ts";
import type { RestoreLine } from "./restore-shape.ts";
import { UnplannedCard } from "./unplanned-card.tsx";

/** The restores of an environment: what each wrote, and the tries that never came to a plan. */
export function RestoresPage() {
  const place = useEnvironmentPlace();
  const environment = useEnvironment(place);
  const { found, entries } = useList<RestoreLine>({
    key: [...restoresKey(place), "list"],
    path: pathIn(place, "/restores"),
    name: "restores",
  });
  if (environment.isPending || found.isPending) return <LoadingState />;
  if (environment.isError) {
    return <ProblemState error={environment.error} onRetry={() => void environment.refetch()} />;
  }
  if (found.isError) {
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const { name } = environment.data;
  return (
    <>
      <PageHead
        back={{ to: pathIn(place, ""), label: name }}
        title={text("restores.title", { name })}
      >
        <Link to={pathIn(place, "/restores/new")} className={buttonClass("main")}>
          {text("restores.plan.open")}
        </Link>
      </PageHead>
      <div className="flex flex-col gap-3">
        {entries.length === 0 ? (
          <StateFrame
            Icon={History}
            title={text("restores.none.title")}
            detail={text("restores.none.detail")}
          />
        ) : (
          <Card title={text("restores.list")}>
            <ul className="divide-y divide-line">
              {entries.map((restore) => (
                <RestoreRow key={restore.restore_id} place={place} restore={restore} />
              ))}
            </ul>
            <MoreButton found={found} />
          </Card>
        )}
        <UnplannedCard place={place} planned={entries} />
      </div>
    </>
  );
}

function RestoreRow({
  place,
  restore,
}: {
  readonly place: EnvironmentPlace;
  readonly restore: RestoreLine;
}) {
  const { status, outcome, label, summary } = restore;
  return (
    <li className="grid items-center gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[12rem_12rem_minmax(0,1fr)_8rem]">
      <Link to={pathIn(place, `/restores/${restore.restore_id}`)} className="font-semibold">
        {text("restores.sealed")} <TimeAgo at={restore.sealed_at} />
      </Link>
      {status === null || label === null ? (
        <span className="text-soft">{text("restores.run_gone")}</span>
      ) : (
        <OutcomeMark status={status} outcome={outcome} label={label} />
      )}
      <span className="tabular-nums">
        {text("restores.written_of", {
          written: summary["written"] ?? 0,
          planned: summary["planned"] ?? 0,
        })}
      </span>
      <span className="text-small text-soft">
        {restore.resumes_restore_id === null ? "" : text("restores.is_resumption")}
      </span>
    </li>
  );
}
