import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  LoadingState,
  PageHead,
  useAboutEnvironment,
  useApi,
  usePathPart,
} from "settled-console/app";
import { environmentPath } from "../environments/places.ts";
import { useEnvironment } from "../environments/use-environment.ts";
import { text } from "../text.ts";
import { PageProblem } from "../parts/page-problem.tsx";
import type { BaselineVersion } from "./baseline-shape.ts";
import { EntriesCard } from "./entries-card.tsx";
import { PinsCard } from "./pins-card.tsx";
import { VersionsCard } from "./versions-card.tsx";

/** A baseline as it is looked at from one environment: its versions, what one of them expects, and the pins here. */
export function BaselinePage() {
  const place = { workspace: usePathPart("workspace"), environment: usePathPart("environment") };
  const id = usePathPart("baseline");
  const [version, setVersion] = useState<number | null>(null);
  const found = useBaselineVersion(place.workspace, id, version);
  const name = useEnvironment(place).data?.body.name ?? place.environment;
  useAboutEnvironment(name);
  if (found.isPending) return <LoadingState />;
  if (found.isError) {
    return (
      <PageProblem
        title={text("baselines.title")}
        error={found.error}
        onRetry={() => void found.refetch()}
      />
    );
  }
  const shown = found.data;
  return (
    <>
      <PageHead back={{ to: environmentPath(place), label: name }} title={shown.name} />
      <div className="flex flex-col gap-3">
        <VersionsCard
          workspace={place.workspace}
          baseline={id}
          shown={shown.version}
          onShow={setVersion}
        />
        <PinsCard place={place} baseline={id} name={name} />
        <EntriesCard key={shown.version} version={shown} />
      </div>
    </>
  );
}

function useBaselineVersion(workspace: string, id: string, version: number | null) {
  const api = useApi();
  const below = version === null ? "" : `/versions/${version}`;
  return useQuery({
    queryKey: ["baseline", workspace, id, below],
    queryFn: async ({ signal }) => {
      const path = `/workspaces/${encodeURIComponent(workspace)}/baselines/${encodeURIComponent(id)}${below}`;
      return (await api.ask<BaselineVersion>(path, { signal })).body;
    },
    placeholderData: (before) => before,
  });
}
