import type { PoolClient } from "pg";
import type { WorkspaceId } from "../run/scope.ts";

/** Until the transaction ends and no longer, so that a pooled connection carries it to nobody else. */
const NAME_WORKSPACE = "select set_config('settled_scope.workspace_id', $1, true)";

/**
 * Begins a transaction and names its workspace; null = none. On a connection that pipelines, both are on their way
 * when this returns, so that whatever is asked next is asked inside of it.
 */
export async function openTransaction(
  client: PoolClient,
  workspaceId: WorkspaceId | null,
): Promise<void> {
  const begun = client.query("begin");
  if (!client.pipeline) await begun;
  const named = workspaceId === null ? null : client.query(NAME_WORKSPACE, [workspaceId]);
  const [first, second] = await Promise.allSettled([begun, named]);
  if (first.status === "rejected") throw first.reason;
  if (second.status === "rejected") throw second.reason;
}
