import { z } from "zod";
import { ENVIRONMENT_STATES, type ManagedEnvironment } from "../../store/environment.ts";
import type { EnvironmentOverview } from "../../store/environment-overview.ts";
import { tagOf } from "./entity-tag.ts";

/** An environment at a glance. Where on the server its export lies is nobody's to read here. */
export const ENVIRONMENT_JSON = z.strictObject({
  id: z.string(),
  name: z.string(),
  state: z.enum(ENVIRONMENT_STATES),
  provider: z.strictObject({ kind: z.enum(["folder", "none"]), is_pinned: z.boolean() }),
  snapshot: z
    .strictObject({
      id: z.uuid(),
      sealed_at: z.iso.datetime(),
      counts: z.record(z.string(), z.number()),
      coverage: z.strictObject({ types: z.number(), complete: z.number() }),
    })
    .nullable(),
  review: z
    .strictObject({
      id: z.uuid(),
      sequence: z.number(),
      period: z.string(),
      status: z.string(),
      completeness: z.number(),
      as_of: z.iso.datetime(),
    })
    .nullable(),
});
export type EnvironmentJson = z.output<typeof ENVIRONMENT_JSON>;

export function environmentJson(one: EnvironmentOverview): EnvironmentJson {
  const { snapshot, review } = one;
  return {
    id: one.environmentId,
    name: one.name,
    state: one.state,
    provider: { kind: one.provider.kind, is_pinned: one.isPinned },
    snapshot:
      snapshot === null
        ? null
        : {
            id: snapshot.snapshotId,
            sealed_at: snapshot.sealedAt.toISOString(),
            counts: { ...snapshot.counts },
            coverage: { types: snapshot.coverage.types, complete: snapshot.coverage.complete },
          },
    review:
      review === null
        ? null
        : {
            id: review.reviewId,
            sequence: review.sequence,
            period: review.periodKey,
            status: review.status,
            completeness: review.completeness,
            as_of: review.asOf.toISOString(),
          },
  };
}

/** Of what can be changed; a new snapshot or review makes no decision about these stale. */
export function environmentTag({ environmentId, name, state }: ManagedEnvironment): string {
  return tagOf({ environment_id: environmentId, name, state });
}
