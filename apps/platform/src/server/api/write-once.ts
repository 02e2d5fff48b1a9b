import type { SqlExecutor, WorkspaceId } from "settled";
import { type ActorExchange, type Answer, answerOnce } from "settled/http";
import type { Platform } from "../../platform.ts";

/** Carries a refusal out of the transaction that it undoes. */
class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly answer: Answer;

  constructor(answer: Answer) {
    super("The request was refused, so nothing of it stands.");
    this.answer = answer;
  }
}

/**
 * Does the work in one transaction of the workspace, once however often it is sent with one Idempotency-Key. A work
 * that answers with a problem leaves nothing behind.
 */
export async function writeOnce(
  { database }: Platform,
  asked: {
    readonly workspaceId: WorkspaceId;
    readonly body: unknown;
    readonly exchange: ActorExchange;
  },
  work: (tx: SqlExecutor) => Promise<Answer>,
): Promise<Answer> {
  const { workspaceId, body, exchange } = asked;
  const whole = async (tx: SqlExecutor) => {
    const answer = await work(tx);
    if (answer.kind === "problem") throw new RefusedError(answer);
    return answer;
  };
  try {
    return await answerOnce(exchange, { workspaceId, body }, (on) =>
      on === undefined ? database.inWorkspace(workspaceId).transaction(whole) : whole(on),
    );
  } catch (error) {
    if (error instanceof RefusedError) return error.answer;
    throw error;
  }
}
