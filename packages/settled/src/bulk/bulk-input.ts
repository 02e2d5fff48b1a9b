import { z } from "zod";
import { type ArtifactRef, tryArtifactRef } from "../run/artifact-ref.ts";
import { RUN_OUTCOMES, RUN_STATUSES } from "../run/operation-run.ts";
import { isRunId, type RunId } from "../run/scope.ts";
import { BULK_ACTIONS, BULK_TARGETS_MAX, type BulkOrder, type BulkTarget } from "./bulk-order.ts";

const TARGET = z.strictObject({
  id: z.custom<RunId>(isRunId, "The id of a run is a UUID in lower-case letters."),
  version: z.int().positive(),
  status: z.enum(RUN_STATUSES),
  attempt: z.int().nonnegative(),
});

/** What a run of an action on many keeps: the targets are frozen as they stood, and none is added later. */
export const BULK_INPUT = z
  .strictObject({
    action: z.enum(BULK_ACTIONS),
    because: z.string().min(1),
    outcome: z.enum(RUN_OUTCOMES).optional(),
    related: z
      .custom<ArtifactRef>((value) => tryArtifactRef(value) !== null)
      .nullable()
      .optional(),
    targets: z.array(TARGET).min(1).max(BULK_TARGETS_MAX),
  })
  .refine(({ action, outcome }) => (action === "resolve") === (outcome !== undefined), {
    path: ["outcome"],
    message: "An outcome is for resolve, and for nothing else.",
  });
export type BulkInput = z.infer<typeof BULK_INPUT>;

export function asBulkInput(order: BulkOrder, targets: readonly BulkTarget[]): BulkInput {
  return { ...order, targets: [...targets] };
}

export function orderOf({ action, because, outcome, related }: BulkInput): BulkOrder {
  if (action !== "resolve") return { action, because };
  if (outcome === undefined) throw new Error("The schema lets no such input through.");
  return { action, because, outcome, related: related ?? null };
}
