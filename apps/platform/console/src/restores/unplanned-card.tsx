import { useQuery } from "@tanstack/react-query";
import {
  Card,
  Link,
  type ListedRun,
  OutcomeMark,
  TimeAgo,
  useApi,
  useCapabilities,
} from "settled-console/app";
import { type EnvironmentPlace, pathIn } from "../places/environment-place.ts";
import { text } from "../text.ts";
import { restoresKey } from "./restore-keys.ts";
import type { RestoreLine } from "./restore-shape.ts";

const SHOWN_MAX = 10;

/** Restores that were asked for and ended, or still wait, without a sealed plan: nothing was written by them. */
export function UnplannedCard({
  place,
  planned,
}: {
  readonly place: EnvironmentPlace;
  readonly planned: readonly RestoreLine[];
}) {
  const api = useApi();
  const maySee = useCapabilities(place.workspace).has("runs.view");
  const { data: runs = [] } = useQuery({
    queryKey: [...restoresKey(place), "runs"],
    queryFn: async ({ signal }) => {
      const query = `type=restore.execute&environment=${encodeURIComponent(place.environment)}&limit=50`;
      const path = `/workspaces/${encodeURIComponent(place.workspace)}/runs?${query}`;
      return (await api.ask<{ readonly runs: readonly ListedRun[] }>(path, { signal })).body.runs;
    },
    enabled: maySee,
  });
  const unplanned = runs
    .filter(({ id }) => !planned.some((restore) => restore.run_id === id))
    .slice(0, SHOWN_MAX);
  if (unplanned.length === 0) return null;
  return (
    <Card title={text("restores.unplanned")}>
      <p className="mb-1 text-small text-soft">{text("restores.unplanned.detail")}</p>
      <ul className="divide-y divide-line">
        {unplanned.map((run) => (
          <li
            key={run.id}
            className="grid items-center gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[12rem_12rem_minmax(0,1fr)]"
          >
            <Link to={pathIn(place, `/restores/runs/${run.id}`)} className="font-semibold">
              {text("restores.asked")} <TimeAgo at={run.created_at} />
            </Link>
            <OutcomeMark
              status={run.status}
              outcome={run.outcome}
              label={run.presentation.state.label}
            />
            <span>{run.presentation.reason?.title ?? ""}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
