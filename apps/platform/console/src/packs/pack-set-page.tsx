import { useQuery } from "@tanstack/react-query";
import { CircleX } from "lucide-react";
import {
  Card,
  CopyText,
  FactList,
  Link,
  LoadingState,
  Mark,
  PageHead,
  ProblemState,
  TimeAgo,
  useApi,
  usePathPart,
} from "settled-console/app";
import { hashStart } from "../parts/hash-start.ts";
import { type EnvironmentPlace, pathIn, useEnvironmentPlace } from "../places/environment-place.ts";
import { useEnvironment } from "../places/use-environment.ts";
import { text } from "../text.ts";
import { packsKey } from "./pack-keys.ts";
import { PackMarks } from "./pack-marks.tsx";
import { PackSetMark } from "./pack-sets-card.tsx";
import type { ShownPackSet } from "./pack-shape.ts";
import { usePack } from "./use-pack.ts";

/** What one rendering answered with: for each profile that was asked for, its pack, or that there is none. */
export function PackSetPage() {
  const place = useEnvironmentPlace();
  const id = usePathPart("set");
  const api = useApi();
  const { data: environment } = useEnvironment(place);
  const found = useQuery({
    queryKey: [...packsKey(place), "set", id],
    queryFn: async ({ signal }) =>
      (
        await api.ask<ShownPackSet>(pathIn(place, `/pack-sets/${encodeURIComponent(id)}`), {
          signal,
        })
      ).body,
  });
  if (found.isPending) return <LoadingState />;
  if (found.isError) {
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const set = found.data;
  const sequence = set.review_sequence;
  return (
    <article>
      <PageHead
        back={{ to: pathIn(place, "/packs"), label: text("packs.back") }}
        title={text("packs.set.title", {
          sequence,
          name: environment?.name ?? place.environment,
        })}
        marks={<PackSetMark status={set.status} />}
      />
      <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card title={text("packs.set.members")}>
          <ul className="divide-y divide-line">
            {set.members.map((member) => (
              <li
                key={member.profile}
                className="grid items-center gap-x-4 gap-y-1 py-2.5 sm:grid-cols-2"
              >
                <Member place={place} member={member} />
              </li>
            ))}
          </ul>
        </Card>
        <SetFacts place={place} set={set} />
      </div>
    </article>
  );
}

function Member({
  place,
  member,
}: {
  readonly place: EnvironmentPlace;
  readonly member: ShownPackSet["members"][number];
}) {
  const label = text(`packs.profile.${member.profile}`);
  if (member.pack_id === null) {
    return (
      <>
        <span className="font-semibold">{label}</span>
        <Mark mayWrap Icon={CircleX} tone="bad" label={text("packs.delivery.failed")} />
      </>
    );
  }
  return (
    <>
      <Link to={pathIn(place, `/packs/${member.pack_id}`)} className="font-semibold">
        {label}
      </Link>
      <MemberMarks place={place} id={member.pack_id} />
    </>
  );
}

function MemberMarks({ place, id }: { readonly place: EnvironmentPlace; readonly id: string }) {
  const pack = usePack(place, id).found.data?.body;
  if (pack === undefined) return null;
  return <PackMarks pack={pack} isPublished={pack.publication !== null} />;
}

function SetFacts({
  place,
  set,
}: {
  readonly place: EnvironmentPlace;
  readonly set: ShownPackSet;
}) {
  return (
    <Card title={text("packs.facts")}>
      <FactList
        facts={[
          {
            name: text("packs.facts.review"),
            value: (
              <Link to={pathIn(place, `/reviews/${set.review_id}`)}>
                {text("packs.review_no", { sequence: set.review_sequence })}
              </Link>
            ),
          },
          {
            name: text("packs.set.newest"),
            value: text(set.stale ? "packs.set.newest.no" : "packs.set.newest.yes"),
          },
          { name: text("packs.facts.rendered"), value: <TimeAgo at={set.created_at} /> },
          {
            name: text("packs.facts.by"),
            value: (
              <Link to={`/workspaces/${place.workspace}/runs/${set.made_by_run_id}`}>
                {text("packs.facts.run")}
              </Link>
            ),
          },
          {
            name: text("packs.facts.fingerprint"),
            value: <CopyText text={set.fingerprint} shown={hashStart(set.fingerprint)} />,
          },
        ]}
      />
    </Card>
  );
}
