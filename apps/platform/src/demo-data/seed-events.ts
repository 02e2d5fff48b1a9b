import type { RunScope } from "settled";
import { asEnvironmentId } from "settled";
import { PACK_PROFILES } from "../pack/pack-profile.ts";
import type { Platform } from "../platform.ts";
import { setEnvironmentState } from "../store/environment.ts";
import { listReviews } from "../store/review-store.ts";
import { listRecentSnapshots } from "../store/snapshot-store.ts";
import { DEMO_CUSTOMERS } from "./customer.ts";
import { runToEnd } from "./run-to-end.ts";

/** What happened to customers besides their months, by their place in the list. */
const [MATURE, GROWING] = DEMO_CUSTOMERS.map(({ slug }) => asEnvironmentId(slug));

/** Packs of the newest review, a restore that was made, one that was blocked. Answers whether anything was left to do. */
export async function seedEvents(
  platform: Platform,
  scope: RunScope,
  signal: AbortSignal,
): Promise<boolean> {
  const { runs } = await platform.settled.reader.listRuns({
    workspaceId: scope.workspaceId,
    filter: {
      ...(scope.environmentId === null ? {} : { environmentId: [scope.environmentId] }),
      operationType: ["review.pack.render"],
    },
    after: null,
    limit: 1,
  });
  if (runs.length > 0) return false;
  if (scope.environmentId === GROWING) await restoreWhileSuspended(platform, scope, signal);
  if (scope.environmentId === MATURE) await restoreLastMonth(platform, scope, signal);
  await renderPacks(platform, scope, signal);
  return true;
}

/** The environment was suspended when somebody tried: blocked, and nothing was written. */
async function restoreWhileSuspended(
  platform: Platform,
  scope: RunScope,
  signal: AbortSignal,
): Promise<void> {
  await setEnvironmentState(platform.database, scope, "suspended");
  try {
    await restoreLastMonth(platform, scope, signal);
  } finally {
    await setEnvironmentState(platform.database, scope, "active");
  }
}

/** Conditional access stays off: a demo that locks administrators out would teach the wrong thing. */
async function restoreLastMonth(
  platform: Platform,
  scope: RunScope,
  signal: AbortSignal,
): Promise<void> {
  const [, lastMonth] = await listRecentSnapshots(platform.database, scope);
  if (lastMonth === undefined) return;
  const input = { snapshot_id: lastMonth.snapshotId };
  await runToEnd(platform, scope, { type: "restore.execute", input, signal });
}

async function renderPacks(
  platform: Platform,
  scope: RunScope,
  signal: AbortSignal,
): Promise<void> {
  const reviews = await listReviews(platform.database, scope);
  const current = reviews.find(({ status }) => status === "current");
  if (current === undefined) return;
  const input = { review_id: current.reviewId, profiles: [...PACK_PROFILES] };
  await runToEnd(platform, scope, { type: "review.pack.render", input, signal });
}
