import { z } from "zod";
import { ENVIRONMENT_STATES, type ManagedEnvironment } from "../../store/environment.ts";
import type { EnvironmentOverview } from "../../store/environment-overview.ts";
import type { AreaLine } from "../../review/review-document.ts";
import { tagOf } from "./entity-tag.ts";

const AREA_JSON = z.strictObject({
  area: z.string(),
  aligned: z.number(),
  accepted: z.number(),
  open: z.number(),
  not_assessed: z.number(),
  total: z.number(),
});

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
      areas: z.array(AREA_JSON).describe("How each area stands; empty where nothing was compared."),
    })
    .nullable(),
  restore: z
    .strictObject({
      id: z.uuid(),
      run_id: z.string(),
      sealed_at: z.iso.datetime(),
      judged_at: z.iso.datetime().nullable(),
      planned: z.number(),
      written: z.number(),
    })
    .nullable(),
});
export type EnvironmentJson = z.output<typeof ENVIRONMENT_JSON>;

/** `areas` are those of its newest review. */
export function environmentJson(
  one: EnvironmentOverview,
  areas: readonly AreaLine[],
): EnvironmentJson {
  const { snapshot, review, restore } = one;
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
            areas: [...areas],
          },
    restore:
      restore === null
        ? null
        : {
            id: restore.restoreId,
            run_id: restore.runId,
            sealed_at: restore.sealedAt.toISOString(),
            judged_at: restore.judgedAt?.toISOString() ?? null,
            planned: restore.planned,
            written: restore.written,
          },
  };
}

/** Of what can be changed; a new snapshot or review makes no decision about these stale. */
export function environmentTag({ environmentId, name, state }: ManagedEnvironment): string {
  return tagOf({ environment_id: environmentId, name, state });
}
