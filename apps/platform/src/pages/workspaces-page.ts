import { html } from "hono/html";
import type { WorkspaceId } from "settled";
import { type Exchange, type Html, layout } from "settled/http";
import type { ActorWorkspace } from "../access/actor-workspaces.ts";
import { workspacePath } from "./addresses.ts";
import { table } from "./table.ts";

export interface WorkspacesPageInput {
  readonly workspaces: readonly ActorWorkspace[];
  /** How many each has; one without any is not in the map. */
  readonly environments: ReadonlyMap<WorkspaceId, number>;
}

/** The workspaces of whoever looks. */
export function workspacesPage(
  { desk }: Exchange,
  { workspaces, environments }: WorkspacesPageInput,
): Html {
  const content = html`<h1>Workspaces</h1>
    <p class="soft">
      Each holds environments of its own; nothing is shared between them.
      <a href="/console/">Open the console</a>
    </p>
    <section class="card">
      ${
        workspaces.length === 0
          ? html`<p>
                Nothing yet. Whoever runs this installation imports an export to make the first
                workspace:
              </p>
              <p><code>npx platform import --workspace W --environment E --folder PATH</code></p>
              <p>To see one that is there, ask an owner of it to add you.</p>`
          : table(
              "Workspaces",
              ["Workspace", "Your role", "Environments", "Runs"],
              workspaces.map(({ workspaceId, name, role, environmentIds }) => [
                html`<a href="${workspacePath(workspaceId)}">${name}</a>`,
                role ?? "by token",
                environmentIds?.length ?? environments.get(workspaceId) ?? 0,
                html`<a href="${workspacePath(workspaceId)}/runs">All runs</a>`,
              ]),
            )
      }
    </section>`;
  return layout(desk, { title: "Workspaces", workspaceId: null }, content);
}
