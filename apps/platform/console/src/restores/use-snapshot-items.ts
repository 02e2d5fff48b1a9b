import { useQuery } from "@tanstack/react-query";
import { useApi } from "settled-console/app";
import { type EnvironmentPlace, pathIn } from "../places/environment-place.ts";
import { belowApi } from "../places/use-list.ts";
import type { SnapshotItem } from "./restore-shape.ts";

const PAGES_MAX = 20;

interface ItemsPage {
  readonly items: readonly SnapshotItem[];
  readonly next: string | null;
}

/** What a snapshot holds, 4,000 items at most: a restore names 1,000 of them, or takes everything. */
export function useSnapshotItems(place: EnvironmentPlace, snapshot: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: ["snapshot-items", place.workspace, place.environment, snapshot],
    queryFn: async ({ signal }) => {
      const items: SnapshotItem[] = [];
      let next: string | null = pathIn(place, `/snapshots/${snapshot ?? ""}/items?limit=200`);
      for (let page = 0; page < PAGES_MAX && next !== null; page += 1) {
        const { body }: { body: ItemsPage } = await api.ask<ItemsPage>(next, { signal });
        items.push(...body.items);
        next = body.next === null ? null : belowApi(body.next);
      }
      return items;
    },
    enabled: snapshot !== null,
    // A sealed snapshot does not change.
    staleTime: Number.POSITIVE_INFINITY,
  });
}
