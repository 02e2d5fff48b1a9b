import { html } from "hono/html";
import type { WorkspaceId } from "settled";
import { type Exchange, type Html, layout } from "settled/http";
import type { Workspace } from "../store/workspace.ts";
import { workspacePath } from "./addresses.ts";
import { table } from "./table.ts";

export interface WorkspacesPageInput {
  readonly workspaces: readonly Workspace[];
  /** How many each has; one without any is not in the map. */
  readonly environments: ReadonlyMap<WorkspaceId, number>;
}

/** The workspaces of the installation. */
export function workspacesPage(
  { desk }: Exchange,
  { workspaces, environments }: WorkspacesPageInput,
): Html {
  const content = html`<h1>Workspaces</h1>
    <p class="soft">Each holds environments of its own; nothing is shared between them.</p>
    <section class="card">
      ${
        workspaces.length === 0
          ? html`<p>Nothing yet. Import an export to make the first workspace:</p>
              <p><code>npx platform import --workspace W --environment E --folder PATH</code></p>`
          : table(
              "Workspaces",
              ["Workspace", "Environments", "Runs"],
              workspaces.map(({ workspaceId, name }) => [
                html`<a href="${workspacePath(workspaceId)}">${name}</a>`,
                environments.get(workspaceId) ?? 0,
                html`<a href="${workspacePath(workspaceId)}/runs">All runs</a>`,
              ]),
            )
      }
    </section>
    <form method="post" action="/sign-out">
      <button>Sign out</button>
    </form>`;
  return layout(desk, { title: "Workspaces", workspaceId: null }, content);
}
