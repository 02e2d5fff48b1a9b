import type { PoolClient, QueryConfig, QueryResult } from "pg";

export interface Question {
  readonly text: string;
  readonly values?: readonly unknown[] | undefined;
  /** Refuses a text of several statements, as every one that has values does. */
  readonly oneStatement?: boolean;
}

/**
 * Asks a connection several things in their order, and answers as many. Where it pipelines, all of them are on their
 * way when this returns, in one round trip; the fault that is told is the first, since it is why the others failed.
 */
export async function askInOrder(
  client: PoolClient,
  questions: readonly Question[],
): Promise<readonly QueryResult[]> {
  if (client.pipeline) {
    const answers = await Promise.allSettled(questions.map((question) => ask(client, question)));
    return answers.map((answer) => {
      if (answer.status === "rejected") throw answer.reason;
      return answer.value;
    });
  }
  const answers: QueryResult[] = [];
  for (const question of questions) answers.push(await ask(client, question));
  return answers;
}

function ask(client: PoolClient, question: Question): Promise<QueryResult> {
  const { text, values = [], oneStatement = false } = question;
  if (!oneStatement) return client.query(text, [...values]);
  const asked: QueryConfig & { readonly queryMode: "extended" } = {
    text,
    values: [...values],
    queryMode: "extended",
  };
  return client.query(asked);
}
