import type { AnswerKey, KeyedAnswers } from "../ports/keyed-answers.ts";
import type { SqlExecutor } from "../ports/sql-executor.ts";
import { NAME_BYTES_MAX, safeText } from "../run/safe-text.ts";
import type { NamedSql } from "./sql-files.ts";
import type { StoreExecutors } from "./store-executors.ts";

const KEPT_FOR_MS = 24 * 60 * 60 * 1_000;
/** More than one for each that is kept, so that what is old grows fewer. */
const FORGET_MAX = 10;

/** The lock is taken before the look, in a statement of its own: what its last holder committed is then seen. */
export function createPostgresKeyedAnswers(
  { within }: StoreExecutors,
  sql: NamedSql,
): KeyedAnswers {
  return {
    answerOnce: (key, work) =>
      within(key.workspaceId).transaction(
        async (on) => {
          const row = rowKeyOf(key);
          const locked = await first<{ locked: boolean }>(on, sql("lock-answer-key"), row);
          if (locked?.locked !== true) return { kind: "in_flight" };
          const before = await first<{ fingerprint: string; answer: string }>(
            on,
            sql("find-keyed-answer"),
            [...row, KEPT_FOR_MS],
          );
          if (before !== null) {
            return before.fingerprint === key.fingerprint
              ? { kind: "replayed", kept: before.answer }
              : { kind: "other_request" };
          }
          const { value, kept } = await work(on);
          if (kept !== null) {
            const values = [...row, KEPT_FOR_MS, key.fingerprint, kept, FORGET_MAX];
            await on.executeSql(sql("keep-keyed-answer"), values);
          }
          return { kind: "answered", value };
        },
        { repeat: true },
      ),
  };
}

function rowKeyOf({ workspaceId, actor, key }: AnswerKey): readonly unknown[] {
  return [workspaceId, actor.kind, safeText(actor.id, NAME_BYTES_MAX), key];
}

async function first<Row>(
  on: SqlExecutor,
  text: string,
  values: readonly unknown[],
): Promise<Row | null> {
  const { rows } = await on.executeSql(text, values);
  return (rows[0] as Row | undefined) ?? null;
}
