import { useInfiniteQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import {
  Button,
  Card,
  Link,
  LoadingState,
  ProblemNote,
  StateFrame,
  buttonClass,
  useApi,
  useNavigate,
  useSearch,
} from "settled-console/app";
import { environmentKey, type EnvironmentPlace, snapshotPath } from "../environments/places.ts";
import type { Page } from "../environments/environment-shape.ts";
import { ChoiceBox } from "../parts/choice-box.tsx";
import { text } from "../text.ts";
import { ItemsTable } from "./items-table.tsx";
import { ITEM_STATES, type ItemsView, readItemsView } from "./items-view.ts";
import type { Snapshot, SnapshotItem } from "./snapshot-shape.ts";

interface ItemsCardProps {
  readonly place: EnvironmentPlace;
  readonly snapshot: Snapshot;
}

/** The objects of the snapshot, narrowed by type and state; the address says by which. */
export function ItemsCard({ place, snapshot }: ItemsCardProps) {
  const view = readItemsView(useSearch({ strict: false }));
  const navigate = useNavigate();
  const found = useItems(place, snapshot.id, view);
  const show = (next: ItemsView) =>
    void navigate({ to: ".", search: next, replace: true, resetScroll: false });
  const items = found.data?.pages.flatMap((page) => [...page.items]) ?? [];
  return (
    <Card title={text("items.title")}>
      <div className="no-print mb-2 flex flex-wrap gap-3">
        <ChoiceBox
          label={text("items.type")}
          value={view.type ?? ""}
          choices={[
            { value: "", label: text("items.all_types") },
            ...(snapshot.coverage ?? []).map(({ type, label }) => ({ value: type, label })),
          ]}
          onChange={(type) => show(readItemsView({ ...view, type }))}
        />
        <ChoiceBox
          label={text("items.state")}
          value={view.state ?? ""}
          choices={[
            { value: "", label: text("items.all_states") },
            ...ITEM_STATES.map((state) => ({
              value: state,
              label: text("items.state.name", { state }),
            })),
          ]}
          onChange={(state) => show(readItemsView({ ...view, state }))}
        />
      </div>
      {found.isPending ? (
        <LoadingState rows={6} />
      ) : found.isError ? (
        <ProblemNote isOfReading error={found.error} />
      ) : items.length > 0 ? (
        <ItemsTable items={items} />
      ) : view.type === undefined && view.state === undefined ? (
        <p className="text-soft">{text("items.empty")}</p>
      ) : (
        <StateFrame
          Icon={SearchX}
          title={text("items.none.title")}
          detail={text("items.none.detail")}
        >
          <Link to="." search={{}} resetScroll={false} className={buttonClass()}>
            {text("items.clear")}
          </Link>
        </StateFrame>
      )}
      {found.hasNextPage ? (
        <div className="no-print flex justify-center pt-3">
          <Button disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {text("list.more")}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

function useItems(place: EnvironmentPlace, snapshot: string, view: ItemsView) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...environmentKey(place), "items", snapshot, view],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = new URLSearchParams({ ...view });
      if (pageParam !== null) query.set("cursor", pageParam);
      const path = `${snapshotPath(place, snapshot)}/items?${query}`;
      return (await api.ask<Page<"items", SnapshotItem>>(path, { signal })).body;
    },
    getNextPageParam: ({ next }) =>
      next === null ? null : new URL(next, location.href).searchParams.get("cursor"),
  });
}
