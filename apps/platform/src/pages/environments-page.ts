import { html } from "hono/html";
import { type Exchange, type Html, layout, timeAgo } from "settled/http";
import type { EnvironmentOverview } from "../store/environment-overview.ts";
import type { Workspace } from "../store/workspace.ts";
import { environmentPath, reviewPath, runsPath, snapshotPath, workspacePath } from "./addresses.ts";
import { completenessWords, countsWords, coverageCountWords } from "./counts-words.ts";
import { type AreasByReview, heatStrip } from "./heat-strip.ts";
import { environmentMark, reviewMark } from "./mark.ts";
import { periodWords } from "./period-words.ts";
import { table } from "./table.ts";

export interface EnvironmentsPageInput {
  readonly workspace: Workspace;
  readonly environments: readonly EnvironmentOverview[];
  readonly areas: AreasByReview;
}

/** The environments of a workspace, each with its newest snapshot and review. */
export function environmentsPage(
  { desk }: Exchange,
  { workspace, environments, areas }: EnvironmentsPageInput,
): Html {
  const { workspaceId, name } = workspace;
  const now = desk.now();
  const content = html`<p class="crumb"><a href="/workspaces">← All workspaces</a></p>
    <h1>${name}</h1>
    <p class="soft">Its environments, each with the newest snapshot and review.</p>
    <section class="card">
      ${table(
        "Environments",
        ["Environment", "State", "Newest snapshot", "Newest review", "Runs"],
        environments.map((environment) => [
          html`<a href="${environmentPath(environment)}">${environment.name}</a>`,
          environmentMark(environment.state),
          snapshotCell(environment, now),
          reviewCell(environment),
          html`<a href="${runsPath(environment)}">Runs</a>`,
        ]),
      )}
    </section>
    ${heatStrip(environments, areas)}`;
  return layout(desk, { title: name, workspaceId, current: workspacePath(workspaceId) }, content);
}

function snapshotCell(environment: EnvironmentOverview, now: Date): Html {
  const { snapshot } = environment;
  if (snapshot === null) return html`<span class="soft">none yet</span>`;
  return html`<a href="${snapshotPath(environment, snapshot.snapshotId)}"
      >${timeAgo(now, snapshot.sealedAt)}</a
    >
    <div class="soft small">
      ${countsWords(snapshot.counts)}; ${coverageCountWords(snapshot.coverage)}
    </div>`;
}

function reviewCell(environment: EnvironmentOverview): Html {
  const { review } = environment;
  if (review === null) return html`<span class="soft">none yet</span>`;
  return html`<a href="${reviewPath(environment, review.reviewId)}"
      >No. ${review.sequence}, ${periodWords(review.periodKey)}</a
    >
    ${reviewMark(review.status)}
    <div class="soft small">${completenessWords(review.completeness)}</div>`;
}
