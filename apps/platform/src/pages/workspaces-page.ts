import { html } from "hono/html";
import { type Exchange, type Html, layout } from "settled/http";
import type { Workspace } from "../store/workspace.ts";
import { table } from "./table.ts";

/** The workspaces of the installation. */
export function workspacesPage({ desk }: Exchange, workspaces: readonly Workspace[]): Html {
  const content = html`<h1>Workspaces</h1>
    ${
      workspaces.length === 0
        ? html`<div class="card">
            <p>Nothing yet. Import an export to make the first workspace:</p>
            <p><code>npx platform import --workspace W --environment E --folder PATH</code></p>
          </div>`
        : table(
            "Workspaces",
            ["Workspace", "Runs"],
            workspaces.map(({ workspaceId, name }) => [
              html`<a href="/workspaces/${workspaceId}">${name}</a>`,
              html`<a href="/workspaces/${workspaceId}/runs">Runs</a>`,
            ]),
          )
    }
    <form method="post" action="/sign-out">
      <p><button type="submit">Sign out</button></p>
    </form>`;
  return layout(desk, { title: "Workspaces", workspaceId: null }, content);
}
