import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "settled-console/app";
import { type EnvironmentPlace, pathIn } from "../places/environment-place.ts";
import { packsKey } from "./pack-keys.ts";
import type { ShownPack } from "./pack-shape.ts";

/** A pack as it was seen, and the way to act on it as it was seen and no other. */
export function usePack(place: EnvironmentPlace, id: string) {
  const api = useApi();
  const client = useQueryClient();
  const path = pathIn(place, `/packs/${encodeURIComponent(id)}`);
  const found = useQuery({
    queryKey: [...packsKey(place), "pack", id],
    queryFn: async ({ signal }) => api.ask<ShownPack>(path, { signal }),
  });
  const act = async (verb: "publish" | "unpublish" | "revoke", reason: string) => {
    const etag = found.data?.etag ?? null;
    try {
      await api.ask(`${path}:${verb}`, {
        method: "POST",
        body: reason === "" ? {} : { reason },
        ...(etag === null ? {} : { ifMatch: etag }),
      });
    } finally {
      await client.invalidateQueries({ queryKey: packsKey(place) });
    }
  };
  return { found, path, act };
}
