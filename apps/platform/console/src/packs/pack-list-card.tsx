import { Card, Link, LoadingState, ProblemState, TimeAgo } from "settled-console/app";
import { MoreButton } from "../parts/more-button.tsx";
import { type EnvironmentPlace, pathIn } from "../places/environment-place.ts";
import { useList } from "../places/use-list.ts";
import { text } from "../text.ts";
import { packsKey } from "./pack-keys.ts";
import { PackMarks } from "./pack-marks.tsx";
import type { ListedPack } from "./pack-shape.ts";

/** Every pack of an environment, newest first. */
export function PackListCard({ place }: { readonly place: EnvironmentPlace }) {
  const { found, entries } = useList<ListedPack>({
    key: [...packsKey(place), "list"],
    path: pathIn(place, "/packs"),
    name: "packs",
  });
  return (
    <Card title={text("packs.list")}>
      {found.isPending ? <LoadingState rows={4} /> : null}
      {found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {found.isSuccess && entries.length === 0 ? (
        <p className="text-soft">{text("packs.none")}</p>
      ) : null}
      <ul className="divide-y divide-line">
        {entries.map((pack) => (
          <li
            key={pack.id}
            className="grid items-center gap-x-4 gap-y-1 py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_5.5rem]"
          >
            <div>
              <Link to={pathIn(place, `/packs/${pack.id}`)} className="font-semibold">
                {text(`packs.profile.${pack.profile}`)}
              </Link>
              <p className="text-small text-soft">
                {text("packs.review_no", { sequence: pack.review_sequence })}
              </p>
            </div>
            <PackMarks pack={pack} isPublished={pack.published} />
            <span className="text-small text-soft sm:text-right">
              <TimeAgo at={pack.created_at} />
            </span>
          </li>
        ))}
      </ul>
      <MoreButton found={found} />
    </Card>
  );
}
