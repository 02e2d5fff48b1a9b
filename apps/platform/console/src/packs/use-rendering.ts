import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { createRequestKey, type ServedRun, useApi, useFollowedRun } from "settled-console/app";
import type { EnvironmentPlace } from "../places/environment-place.ts";
import { packsKey } from "./pack-keys.ts";
import type { PackProfile } from "./pack-shape.ts";

/** Starts the rendering of packs and follows its run; what is shown of the packs is read anew once it has ended. */
export function useRendering(
  place: EnvironmentPlace,
  asked: {
    readonly run: string | null;
    onStarted(run: string): void;
  },
) {
  const api = useApi();
  const client = useQueryClient();
  const followed = useFollowedRun(place.workspace, asked.run);
  const isDone = followed.run?.done === true;
  const { workspace, environment } = place;
  useEffect(() => {
    if (!isDone) return;
    void client.invalidateQueries({ queryKey: packsKey({ workspace, environment }) });
  }, [isDone, client, workspace, environment]);
  const start = useMutation({
    mutationFn: async (order: {
      readonly review: string;
      readonly profiles: readonly PackProfile[];
    }) => {
      const path = `/workspaces/${encodeURIComponent(workspace)}/operations/review.pack.render/runs`;
      const input = { review_id: order.review, profiles: order.profiles };
      const { body } = await api.ask<ServedRun>(path, {
        method: "POST",
        body: { environment_id: environment, input },
        idempotencyKey: createRequestKey(),
      });
      return body.id;
    },
    onSuccess: asked.onStarted,
  });
  const isUnderWay = start.isPending || (asked.run !== null && !isDone && followed.error === null);
  return { start, followed, isUnderWay };
}
