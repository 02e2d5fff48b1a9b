import { randomUUID } from "node:crypto";
import type { SqlExecutor } from "settled";

/** Each text as the name of a person who may look at the workspace, and of a token. */
export async function nameHostileMembers(on: SqlExecutor, texts: readonly string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    const id = randomUUID();
    await on.executeSql(PERSON, [id, text, `attack-${index}@example.com`]);
    await on.executeSql(MEMBER, [id]);
  }
}

const PERSON = "insert into platform.people (person_id, name, email) values ($1, $2, $3)";
const MEMBER =
  "insert into platform.memberships (workspace_id, person_id, role, accepted_at) values ('north', $1, 'viewer', now())";
