import type { WorkspaceId } from "../run/scope.ts";
import type { Question } from "./ask-in-order.ts";

/** Until the transaction ends and no longer, so that a pooled connection carries it to nobody else. */
const NAME_WORKSPACE = "select set_config('settled_scope.workspace_id', $1, true)";

/** What opens a transaction: its begin, and right behind it the name of its workspace; null = none. */
export function openingOf(workspaceId: WorkspaceId | null): readonly Question[] {
  const begin: Question = { text: "begin" };
  return workspaceId === null ? [begin] : [begin, { text: NAME_WORKSPACE, values: [workspaceId] }];
}
