import { FileWarning } from "lucide-react";
import {
  Card,
  LoadingState,
  PageHead,
  StateFrame,
  useAboutEnvironment,
  usePathPart,
} from "settled-console/app";
import { countsWords } from "../environments/count-words.ts";
import { environmentPath } from "../environments/places.ts";
import { SnapshotMark } from "../environments/state-marks.tsx";
import { useEnvironment, useOfEnvironment } from "../environments/use-environment.ts";
import { text } from "../text.ts";
import { PageProblem } from "../parts/page-problem.tsx";
import { CoverageTable } from "./coverage-table.tsx";
import { IgnoredCard } from "./ignored-card.tsx";
import { IntegrityCard } from "./integrity-card.tsx";
import { ItemsCard } from "./items-card.tsx";
import { ReadShares } from "./read-shares.tsx";
import type { Snapshot } from "./snapshot-shape.ts";

/** One snapshot: what was read, what was not and why, and everything that was found. */
export function SnapshotPage() {
  const place = { workspace: usePathPart("workspace"), environment: usePathPart("environment") };
  const id = usePathPart("snapshot");
  const found = useOfEnvironment<Snapshot>(place, `/snapshots/${encodeURIComponent(id)}`);
  const name = useEnvironment(place).data?.body.name ?? place.environment;
  useAboutEnvironment(name);
  if (found.isPending) return <LoadingState />;
  if (found.isError) {
    return (
      <PageProblem
        title={text("snapshots.title")}
        error={found.error}
        onRetry={() => void found.refetch()}
      />
    );
  }
  const snapshot = found.data;
  return (
    <>
      <PageHead
        back={{ to: environmentPath(place), label: name }}
        title={text("snapshot.title", { day: snapshot.sealed_at.slice(0, 10) })}
        marks={<SnapshotMark state={snapshot.state} />}
        detail={`${countsWords(snapshot.counts)}.`}
      />
      <div className="flex flex-col gap-3">
        {snapshot.coverage === null ? (
          <NotShown snapshot={snapshot} />
        ) : (
          <>
            <Card title={text("snapshot.objects")}>
              <ReadShares shares={{ ...snapshot.counts, read_whole: snapshot.counts.ok }} />
              {snapshot.counts.ok < snapshot.counts.items ? (
                <p className="mt-2 text-soft">{text("items.doubt")}</p>
              ) : null}
            </Card>
            <Card title={text("coverage.title")}>
              <CoverageTable lines={snapshot.coverage} />
            </Card>
            <ItemsCard place={place} snapshot={snapshot} />
            <IgnoredCard ignored={snapshot.ignored ?? []} />
          </>
        )}
        <IntegrityCard workspace={place.workspace} snapshot={snapshot} />
      </div>
    </>
  );
}

function NotShown({ snapshot }: { readonly snapshot: Snapshot }) {
  const kind = snapshot.state === "sealed" ? "damaged" : "not_sealed";
  return (
    <StateFrame
      Icon={FileWarning}
      title={text(`snapshot.${kind}.title`)}
      detail={text(`snapshot.${kind}.detail`)}
    />
  );
}
