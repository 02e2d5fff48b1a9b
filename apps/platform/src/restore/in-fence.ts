import { SettledError, type SqlExecutor } from "settled";
import { holdRestoreFence } from "../store/restore-fence.ts";
import type { RestoreDesk } from "./restore-desk.ts";

/** One transaction that stands only while this attempt owns its run and holds the fence of the environment. */
export function inFence<Result>(
  desk: Pick<RestoreDesk, "parts" | "tracked" | "fence">,
  work: (tx: SqlExecutor) => Promise<Result>,
): Promise<Result> {
  const { parts, tracked, fence } = desk;
  return parts.database.transaction(async (tx) => {
    await tracked.guard(tx);
    await assertFence(tx, { tracked, fence });
    return work(tx);
  });
}

export async function assertFence(
  tx: SqlExecutor,
  { tracked, fence }: Pick<RestoreDesk, "tracked" | "fence">,
): Promise<void> {
  if (await holdRestoreFence(tx, tracked.run, fence)) return;
  throw new SettledError("run_fenced", "Another restore has taken this environment since.");
}
