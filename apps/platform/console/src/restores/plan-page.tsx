import { Archive } from "lucide-react";
import { useState } from "react";
import {
  LoadingState,
  NeedingButton,
  PageHead,
  ProblemNote,
  ProblemState,
  StateFrame,
  useSearch,
} from "settled-console/app";
import { Notice } from "../parts/notice.tsx";
import { type EnvironmentPlace, pathIn, useEnvironmentPlace } from "../places/environment-place.ts";
import { useEnvironment } from "../places/use-environment.ts";
import { useList } from "../places/use-list.ts";
import { text } from "../text.ts";
import { ChoiceCard } from "./choice-card.tsx";
import { ConfirmEnvironment } from "./confirm-environment.tsx";
import { PlanCard } from "./plan-card.tsx";
import { choiceAtFirst, readPlanView } from "./plan-view.ts";
import type { RestoreChoice, SnapshotLine } from "./restore-shape.ts";
import { orderOfChoice, usePlan } from "./use-plan.ts";
import { useRestoreStart } from "./use-restore-start.ts";

/** Choose, see what would be written, confirm by the environment's name, start. */
export function PlanPage() {
  const place = useEnvironmentPlace();
  const view = readPlanView(useSearch({ strict: false }));
  const environment = useEnvironment(place);
  const { found, entries } = useList<SnapshotLine>({
    key: ["snapshots", place.workspace, place.environment, "lines"],
    path: pathIn(place, "/snapshots"),
    name: "snapshots",
  });
  if (environment.isPending || found.isPending) return <LoadingState />;
  if (environment.isError) {
    return <ProblemState error={environment.error} onRetry={() => void environment.refetch()} />;
  }
  if (found.isError) {
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const { name, state } = environment.data;
  const snapshots = entries.filter((snapshot) => snapshot.state === "sealed");
  const first = snapshots.find(({ id }) => id === view.snapshot) ?? snapshots[0];
  return (
    <>
      <PageHead
        back={{ to: pathIn(place, "/restores"), label: text("restores.back") }}
        title={text("restores.plan.title", { name })}
      />
      {first === undefined ? (
        <StateFrame
          Icon={Archive}
          title={text("restores.no_snapshot.title")}
          detail={text("restores.no_snapshot.detail")}
        />
      ) : (
        <Planning
          place={place}
          name={name}
          isActive={state === "active"}
          snapshots={snapshots}
          first={first.id}
        />
      )}
    </>
  );
}

function Planning({
  place,
  name,
  isActive,
  snapshots,
  first,
}: {
  readonly place: EnvironmentPlace;
  readonly name: string;
  readonly isActive: boolean;
  readonly snapshots: readonly SnapshotLine[];
  readonly first: string;
}) {
  const [choice, setChoice] = useState<RestoreChoice>(() => choiceAtFirst(first));
  const [isOpen, setOpen] = useState(false);
  const planning = usePlan(place);
  const start = useRestoreStart(place);
  // A plan of another choice than the one that is seen must not be started.
  const planned = planning.data?.choice === choice ? planning.data.plan : null;
  const mayStart =
    planned !== null && planned.identity === "proven" && planned.summary.would_write > 0;
  return (
    <div className="grid items-start gap-3 lg:grid-cols-[24rem_minmax(0,1fr)]">
      <ChoiceCard
        place={place}
        snapshots={snapshots}
        choice={choice}
        isPlanning={planning.isPending}
        onChange={setChoice}
        onPlan={() => planning.mutate(choice)}
      />
      <div className="flex min-w-0 flex-col gap-3">
        {isActive ? null : (
          <Notice look="care" title={text("restores.suspended.title")}>
            <p>{text("restores.suspended.detail")}</p>
          </Notice>
        )}
        {planning.isPending ? <LoadingState rows={5} /> : null}
        {planning.isError ? <ProblemNote isOfReading error={planning.error} /> : null}
        {planned === null ? (
          planning.isPending ? null : (
            <p className="text-soft">{text("restores.plan.not_yet")}</p>
          )
        ) : (
          <>
            <PlanCard plan={planned} />
            <div className="flex flex-wrap items-center gap-3">
              <NeedingButton
                workspace={place.workspace}
                capability="restores.execute"
                look="main"
                disabled={!mayStart}
                onClick={() => setOpen(true)}
              >
                {text("restores.start", { count: planned.summary.would_write })}
              </NeedingButton>
              {planned.summary.would_write === 0 ? (
                <span className="text-soft">{text("restores.start.nothing")}</span>
              ) : null}
            </div>
            <ConfirmEnvironment
              isOpen={isOpen}
              onClose={() => setOpen(false)}
              name={name}
              title={text("restores.start.title")}
              detail={text("restores.start.detail", { count: planned.summary.would_write })}
              label={text("restores.start", { count: planned.summary.would_write })}
              take={(confirmed) => start({ kind: "new", input: orderOfChoice(choice) }, confirmed)}
            />
          </>
        )}
      </div>
    </div>
  );
}
