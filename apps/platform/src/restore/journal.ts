import {
  type AttemptNote,
  insertRestoreAttempt,
  type NewAttempt,
  noteRestoreAttempt,
} from "../store/restore-journal.ts";
import { inFence } from "./in-fence.ts";
import type { RestoreDesk } from "./restore-desk.ts";

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
