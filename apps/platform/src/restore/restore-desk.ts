import { SettledError, type SqlExecutor, type TrackedRun } from "settled";
import type { PlatformParts } from "../platform-parts.ts";
import { type FenceToken, holdRestoreFence } from "../store/restore-fence.ts";
import {
  type AttemptNote,
  insertRestoreAttempt,
  type NewAttempt,
  noteRestoreAttempt,
} from "../store/restore-journal.ts";
import type { ExecuteInput } from "./execute-input.ts";
import { proveIdentity } from "./prove-identity.ts";
import type { RestoreSettings } from "./restore-settings.ts";
import type { RestoreTarget } from "./restore-target.ts";

/** What a worker has to hand while it writes. */
export interface RestoreDesk {
  readonly parts: PlatformParts;
  readonly tracked: TrackedRun<ExecuteInput>;
  readonly settings: RestoreSettings;
  readonly target: RestoreTarget;
  readonly pinned: string | null;
  readonly fence: FenceToken;
}

/** The provider is not the one that was pinned any more: nothing more may be written. */
export class IdentityLostError extends Error {
  override readonly name = "IdentityLostError";
}

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

/** The journal of one restore: a request is in it before it is sent. */
export interface Journal {
  open(attempt: NewAttempt): Promise<number>;
  note(attemptNo: number, note: AttemptNote): Promise<void>;
}

export function openJournal(desk: RestoreDesk, restoreId: string): Journal {
  const { workspaceId, environmentId } = desk.tracked.run;
  const key = { workspaceId, environmentId, restoreId, fence: desk.fence };
  return {
    open: (attempt) => inFence(desk, (tx) => insertRestoreAttempt(tx, key, attempt)),
    note: (attemptNo, note) =>
      inFence(desk, (tx) => noteRestoreAttempt(tx, key, { attemptNo, note })),
  };
}

/** Before every write: the provider proves again that it is the environment's own. */
export async function assertIdentity(desk: RestoreDesk): Promise<void> {
  const proof = await proveIdentity(desk.target, desk.pinned);
  if (proof !== "proven") throw new IdentityLostError(`The provider's identity is ${proof}.`);
}
