import type { RunScope, SqlExecutor } from "settled";
import { listRestoreAttempts } from "../store/restore-journal.ts";
import { listRestoreItems } from "../store/restore-store.ts";
import type { DesiredState } from "./desired-state.ts";
import type { JudgedItem } from "./item-judgement.ts";
import type { TruthReason } from "./judgement.ts";
import { judgeItem } from "./judge-item.ts";
import type { TargetLook } from "./look-at-item.ts";
import { readStates } from "./plan-contents.ts";
import type { RestoreAttempt } from "./restore-attempt.ts";
import type { PlannedItem } from "./restore-plan.ts";
import { wantedState } from "./wanted-state.ts";

export interface JudgeOptions {
  readonly on: SqlExecutor;
  readonly signal: AbortSignal;
  readonly settleMs: number;
  /** Null = the provider cannot be asked. */
  readonly look: TargetLook | null;
  /** What a live worker knows of the items that it did not come to. */
  readonly notAttempted: ReadonlyMap<number, TruthReason>;
}

export interface RestoreContents {
  readonly items: readonly PlannedItem[];
  readonly attempts: readonly RestoreAttempt[];
}

export async function readRestore(
  on: SqlExecutor,
  scope: RunScope,
  restoreId: string,
): Promise<RestoreContents> {
  const items = await listRestoreItems(on, scope, restoreId);
  const attempts = await listRestoreAttempts(on, scope, restoreId);
  return { items: items.map(({ item }) => item), attempts };
}

/** What became of each item: by the journal, and by what the provider shows now of what the journal leaves open. */
export async function judgeRestore(
  options: JudgeOptions,
  scope: RunScope,
  contents: RestoreContents,
): Promise<readonly JudgedItem[]> {
  const { on, signal, settleMs, look, notAttempted } = options;
  const attemptsOf = Map.groupBy(contents.attempts, ({ itemNo }) => itemNo);
  const attempted = contents.items.filter(({ itemNo }) => attemptsOf.has(itemNo));
  const hashes = attempted.flatMap(({ desired, before }) =>
    [desired, before].filter((one) => one !== null),
  );
  const stateOf = await readStates(on, scope.workspaceId, hashes);
  const createdIds = new Map<number, string>();
  const judged: JudgedItem[] = [];
  // In the order of writing: what an item refers to was judged before it.
  for (const item of contents.items) {
    signal.throwIfAborted();
    const attempts = attemptsOf.get(item.itemNo) ?? [];
    const wanted =
      attempts.length === 0 || item.desired === null
        ? null
        : wantedState(item, stateOf(item.desired), createdIds);
    const before = wanted === null || item.before === null ? null : stateOf(item.before);
    const judgement = judgeItem({
      item,
      attempts,
      wanted,
      before: before?.content ?? null,
      look:
        wanted === null ? { kind: "not_asked" } : await lookOrNot(look, { item, wanted, attempts }),
      settleMs,
      notAttempted: notAttempted.get(item.itemNo) ?? "not_reached",
    });
    if (judgement.targetId !== null) createdIds.set(item.itemNo, judgement.targetId);
    judged.push({ item, judgement });
  }
  return judged;
}

async function lookOrNot(
  look: TargetLook | null,
  subject: {
    readonly item: PlannedItem;
    readonly wanted: DesiredState;
    readonly attempts: readonly RestoreAttempt[];
  },
) {
  return look === null ? ({ kind: "unreachable" } as const) : look.at(subject);
}
