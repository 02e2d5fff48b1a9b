import { useMutation } from "@tanstack/react-query";
import { useApi } from "settled-console/app";
import { type EnvironmentPlace, pathIn } from "../places/environment-place.ts";
import type { RestoreChoice, ShownPlan } from "./restore-shape.ts";

/** What a choice is called where a plan is asked for and where a restore is started. */
export function orderOfChoice({ snapshot, items, accessState }: RestoreChoice) {
  return {
    snapshot_id: snapshot,
    ca_state: accessState,
    ...(items === null ? {} : { items }),
  };
}

/** The plan of a choice, made anew each time it is asked for; it writes nothing. */
export function usePlan(place: EnvironmentPlace) {
  const api = useApi();
  return useMutation({
    mutationFn: async (choice: RestoreChoice) => {
      const { body } = await api.ask<ShownPlan>(pathIn(place, "/restores:plan"), {
        method: "POST",
        body: orderOfChoice(choice),
      });
      return { choice, plan: body };
    },
  });
}
