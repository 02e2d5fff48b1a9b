import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Neighbours, neighboursOf } from "./neighbours.ts";

interface CachedList {
  readonly pages?: readonly { readonly runs?: readonly { readonly id: string }[] }[];
}

/**
 * Where the run stands in the list that the person came from. The list is remembered for as long as they go through its
 * runs, however it changes meanwhile; null for whoever came by a link.
 */
export function useNeighbours(workspace: string, id: string): Neighbours | null {
  const client = useQueryClient();
  const [ids, setIds] = useState(() => listWith(client, workspace, id));
  const found = neighboursOf(ids, id);
  if (found === null && ids.length > 0) setIds([]);
  return found;
}

/** The runs of the list that holds this one and was read last. */
function listWith(client: QueryClient, workspace: string, id: string): readonly string[] {
  const lists = client
    .getQueryCache()
    .findAll({ queryKey: ["runs", workspace] })
    .toSorted((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt)
    .map(({ state }) => idsIn(state.data as CachedList | undefined));
  return lists.find((ids) => ids.includes(id)) ?? [];
}

function idsIn(list: CachedList | undefined): readonly string[] {
  return list?.pages?.flatMap(({ runs = [] }) => runs.map(({ id }) => id)) ?? [];
}
