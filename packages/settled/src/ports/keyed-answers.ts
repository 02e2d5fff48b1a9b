import type { Initiator } from "../run/actor.ts";
import type { WorkspaceId } from "../run/scope.ts";
import type { SqlExecutor } from "./sql-executor.ts";

/** A key that a caller chose for one request, so that sending it again does nothing twice. */
export interface AnswerKey {
  readonly workspaceId: WorkspaceId;
  /** Keys of different actors are different keys. */
  readonly actor: Initiator;
  readonly key: string;
  /** What was asked for: the same key with another request is a mistake. */
  readonly fingerprint: string;
}

/** What the work answers, and what is kept of it for repeats; null = it did nothing that a repeat could double. */
export interface KeptValue<Value> {
  readonly value: Value;
  readonly kept: string | null;
}

export type KeyedAnswer<Value> =
  | { readonly kind: "answered"; readonly value: Value }
  | { readonly kind: "replayed"; readonly kept: string }
  | { readonly kind: "in_flight" | "other_request" };

/** Answers that were given under a caller's key, for 24 h. */
export interface KeyedAnswers {
  /**
   * Does the work once for a key. What the work writes on the given executor and the kept answer are one transaction:
   * a caller whose answer was lost gets it by asking again.
   */
  answerOnce<Value>(
    key: AnswerKey,
    work: (on: SqlExecutor) => Promise<KeptValue<Value>>,
  ): Promise<KeyedAnswer<Value>>;
}
