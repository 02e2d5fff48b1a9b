import type { Surroundings } from "../ports/surroundings.ts";
import type { HealthCheck } from "./http-handler-options.ts";

/** A sweep says at least every 5 s that it swept; a worker that is lost takes up to 15 s to be missed. */
const SWEPT_WITHIN_MS = 30_000;

/**
 * What the surroundings of a process come to. Tables that this release lacks make it unfit. Without a worker runs only
 * wait: that is shown, and is no reason to take the servers away, too.
 */
export function checkSurroundings(found: Surroundings | null): {
  readonly fit: boolean;
  readonly checks: readonly HealthCheck[];
} {
  if (found === null) return { fit: false, checks: [{ name: "migrations", ok: false }] };
  const { pendingMigrations, liveWorkers, sweptAgoMs } = found;
  const age = sweptAgoMs === null ? {} : { ageS: Math.round(sweptAgoMs / 1_000) };
  return {
    fit: pendingMigrations === 0,
    checks: [
      { name: "migrations", ok: pendingMigrations === 0, count: pendingMigrations },
      { name: "workers", ok: liveWorkers > 0, count: liveWorkers },
      { name: "sweeper", ok: sweptAgoMs !== null && sweptAgoMs < SWEPT_WITHIN_MS, ...age },
    ],
  };
}
