import { useQuery } from "@tanstack/react-query";
import { Link, type ListedRun, OutcomeMark, TimeAgo, useApi } from "settled-console/app";
import { text } from "../text.ts";
import type { Page } from "./environment-shape.ts";
import { ListCard } from "./list-card.tsx";
import { environmentKey, environmentPath, type EnvironmentPlace, runPath } from "./places.ts";

const RESTORES_SHOWN = 5;

/** The last restores of the environment, each with what it really wrote, in the words of its run. */
export function RestoresCard({ place }: { readonly place: EnvironmentPlace }) {
  const found = useRestoreRuns(place);
  return (
    <ListCard
      title={text("restores.last")}
      aside={<Link to={`${environmentPath(place)}/restores`}>{text("restores.all")}</Link>}
      found={found}
    >
      {({ runs }) =>
        runs.length === 0 ? (
          <p className="text-soft">{text("restores.none")}</p>
        ) : (
          <ul className="flex flex-col gap-3">
            {runs.map((run) => (
              <li key={run.id}>
                <p className="flex flex-wrap items-center gap-2">
                  <OutcomeMark
                    status={run.status}
                    outcome={run.outcome}
                    label={run.presentation.state.label}
                  />
                  <Link to={runPath(place.workspace, run.id)}>
                    <TimeAgo at={run.started_at ?? run.created_at} />
                  </Link>
                </p>
                <p className="mt-0.5 text-small">
                  <b>{writtenWords(run)}</b>{" "}
                  <span className="text-soft">{run.presentation.sentence}</span>
                </p>
              </li>
            ))}
          </ul>
        )
      }
    </ListCard>
  );
}

/** A restore that sealed no plan counted nothing; its sentence says why. */
function writtenWords({ summary }: ListedRun): string {
  const { written, planned } = summary;
  if (written === undefined || planned === undefined) return "";
  return text("restores.written", { written: String(written), planned: String(planned) });
}

function useRestoreRuns(place: EnvironmentPlace) {
  const api = useApi();
  return useQuery({
    queryKey: [...environmentKey(place), "restore runs"],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({
        type: "restore.execute",
        environment: place.environment,
        limit: String(RESTORES_SHOWN),
      });
      const path = `/workspaces/${encodeURIComponent(place.workspace)}/runs?${query}`;
      return (await api.ask<Page<"runs", ListedRun>>(path, { signal })).body;
    },
  });
}
