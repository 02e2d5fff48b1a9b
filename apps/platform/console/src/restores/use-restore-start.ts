import { useQueryClient } from "@tanstack/react-query";
import { newKey, type ServedRun, useApi, useNavigate } from "settled-console/app";
import { type EnvironmentPlace, pathIn } from "../places/environment-place.ts";
import type { Confirmed } from "./confirm-environment.tsx";
import { restoresKey } from "./restore-keys.ts";

/** What is asked for: a new restore with its input, or the rest of an earlier one. */
export type RestoreOrder =
  | { readonly kind: "new"; readonly input: Readonly<Record<string, unknown>> }
  | { readonly kind: "resume"; readonly restore: string };

/** Starts a restore, or goes on with one, and leads to where it can be watched. */
export function useRestoreStart(place: EnvironmentPlace) {
  const api = useApi();
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (order: RestoreOrder, confirmed: Confirmed): Promise<void> => {
    const path =
      order.kind === "new" ? "/restores" : `/restores/${encodeURIComponent(order.restore)}:resume`;
    const { body } = await api.ask<ServedRun>(pathIn(place, path), {
      method: "POST",
      body: { ...(order.kind === "new" ? order.input : {}), ...confirmed },
      idempotencyKey: newKey(),
    });
    await client.invalidateQueries({ queryKey: restoresKey(place) });
    await navigate({ to: pathIn(place, `/restores/runs/${body.id}`) });
  };
}

/** How the run of a restore is asked for once more; what it wrote, if anything, is not written twice. */
export function orderOfRun(run: Pick<ServedRun, "input">): RestoreOrder {
  const input = run.input as Readonly<Record<string, unknown>>;
  const { resumes } = input;
  return typeof resumes === "string"
    ? { kind: "resume", restore: resumes }
    : { kind: "new", input };
}
