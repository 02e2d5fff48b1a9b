import { Split, Undo2 } from "lucide-react";
import {
  Card,
  Link,
  LoadingState,
  ProblemState,
  TimeAgo,
  Mark,
  type MarkLook,
} from "settled-console/app";
import { MoreButton } from "../parts/more-button.tsx";
import { type EnvironmentPlace, pathIn } from "../places/environment-place.ts";
import { useList } from "../places/use-list.ts";
import { text } from "../text.ts";
import { packsKey } from "./pack-keys.ts";
import type { ListedPackSet } from "./pack-shape.ts";

const LOOKS: Readonly<Record<ListedPackSet["status"], MarkLook>> = {
  ready: { tone: "good" },
  partial: { Icon: Split, tone: "part" },
  revoked: { Icon: Undo2, tone: "care" },
};

export function PackSetMark({ status }: Pick<ListedPackSet, "status">) {
  return <Mark mayWrap {...LOOKS[status]} label={text(`packs.set.${status}`)} />;
}

/** What each rendering answered with, newest first. */
export function PackSetsCard({ place }: { readonly place: EnvironmentPlace }) {
  const { found, entries } = useList<ListedPackSet>({
    key: [...packsKey(place), "sets"],
    path: pathIn(place, "/pack-sets?limit=10"),
    name: "pack_sets",
  });
  return (
    <Card title={text("packs.sets")}>
      {found.isPending ? <LoadingState rows={2} /> : null}
      {found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {found.isSuccess && entries.length === 0 ? (
        <p className="text-soft">{text("packs.sets.none")}</p>
      ) : null}
      <ul className="divide-y divide-line">
        {entries.map(({ id, status, created_at: at }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <Link to={pathIn(place, `/pack-sets/${id}`)}>
              {text("packs.set.rendered")} <TimeAgo at={at} />
            </Link>
            <span className="ml-auto">
              <PackSetMark status={status} />
            </span>
          </li>
        ))}
      </ul>
      <MoreButton found={found} />
    </Card>
  );
}
