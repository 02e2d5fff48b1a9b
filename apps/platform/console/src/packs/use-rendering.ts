import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useFollowedRun, useStartOperation } from "settled-console/app";
import type { EnvironmentPlace } from "../places/environment-place.ts";
import { packsKey } from "./pack-keys.ts";
import type { PackProfile } from "./pack-shape.ts";

/** Starts the rendering of packs and follows its run; what is shown of the packs is read anew once it has ended. */
export function useRendering(
  place: EnvironmentPlace,
  asked: {
    readonly review: string;
    readonly run: string | null;
    onStarted(run: string): void;
  },
) {
  const client = useQueryClient();
  const followed = useFollowedRun(place.workspace, asked.run);
  const isDone = followed.run?.done === true;
  const { workspace, environment } = place;
  useEffect(() => {
    if (!isDone) return;
    void client.invalidateQueries({ queryKey: packsKey({ workspace, environment }) });
  }, [isDone, client, workspace, environment]);
  const start = useStartOperation({ workspace, type: "review.pack.render" });
  const render = (profiles: readonly PackProfile[]) =>
    start.mutate(
      { environment, input: { review_id: asked.review, profiles } },
      { onSuccess: ({ id }) => asked.onStarted(id) },
    );
  const isUnderWay = start.isPending || (asked.run !== null && !isDone && followed.error === null);
  return { start, render, followed, isUnderWay };
}
