import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  Card,
  LoadingState,
  PageHead,
  type StartedRun,
  useAboutEnvironment,
  usePathPart,
} from "settled-console/app";
import { RunFeedback } from "../operation/run-feedback.tsx";
import { text } from "../text.ts";
import { PageProblem } from "../parts/page-problem.tsx";
import { BaselinesCard } from "./baselines-card.tsx";
import { CaptureAction } from "./capture-action.tsx";
import { ComposeAction } from "./compose-action.tsx";
import { EnvironmentFacts } from "./environment-facts.tsx";
import { EnvironmentWays } from "./environment-ways.tsx";
import { GlanceCard } from "./glance-card.tsx";
import { environmentKey, environmentsPath } from "./places.ts";
import { RestoresCard } from "./restores-card.tsx";
import { ReviewsCard } from "./reviews-card.tsx";
import { SnapshotsCard } from "./snapshots-card.tsx";
import { StateAction } from "./state-action.tsx";
import { EnvironmentMark } from "./state-marks.tsx";
import { useEnvironment } from "./use-environment.ts";

interface Followed {
  readonly run: StartedRun;
  readonly openLabel: string;
}

/** One environment: how it stands across its areas, the newest of what was made of it, and everything before that. */
export function EnvironmentPage() {
  const workspace = usePathPart("workspace");
  const place = { workspace, environment: usePathPart("environment") };
  const client = useQueryClient();
  const found = useEnvironment(place);
  const [followed, setFollowed] = useState<Followed | null>(null);
  useAboutEnvironment(found.data?.body.name ?? place.environment);
  if (found.isPending) return <LoadingState />;
  if (found.isError) {
    return (
      <PageProblem
        title={place.environment}
        error={found.error}
        onRetry={() => void found.refetch()}
      />
    );
  }
  const { body: environment, etag } = found.data;
  const readAgain = () => {
    void client.invalidateQueries({ queryKey: environmentKey(place) });
    void client.invalidateQueries({ queryKey: ["environments", workspace] });
  };
  return (
    <>
      <PageHead
        back={{ to: environmentsPath(workspace), label: text("environment.trail") }}
        title={environment.name}
        marks={<EnvironmentMark state={environment.state} />}
      >
        <StateAction place={place} environment={environment} etag={etag} onDone={readAgain} />
        <CaptureAction
          place={place}
          onStarted={(run) => setFollowed({ run, openLabel: text("capture.open") })}
        />
        <ComposeAction
          place={place}
          onStarted={(run) => setFollowed({ run, openLabel: text("compose.open") })}
        />
      </PageHead>
      <EnvironmentWays place={place} />
      {followed === null ? null : (
        <RunFeedback
          key={followed.run.id}
          workspace={workspace}
          runId={followed.run.id}
          isJoined={followed.run.joined}
          openLabel={followed.openLabel}
          onEnd={readAgain}
          onClose={() => setFollowed(null)}
        />
      )}
      <div className="mt-4 grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-3">
          <GlanceCard place={place} environment={environment} />
          <ReviewsCard place={place} />
          <SnapshotsCard place={place} />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <Card title={text("environment.newest")}>
            <EnvironmentFacts place={place} environment={environment} />
          </Card>
          <RestoresCard place={place} />
          <BaselinesCard place={place} />
        </div>
      </div>
    </>
  );
}
