import { html } from "hono/html";
import type { WorkspaceId } from "settled";
import { type Exchange, type Html, layout, timeAgo } from "settled/http";
import type { EnvironmentReview } from "../review/review.ts";
import type { EnvironmentSnapshot } from "../snapshot/snapshot.ts";
import type { ManagedEnvironment } from "../store/environment.ts";
import { countsWords } from "./counts-words.ts";
import { table } from "./table.ts";

export interface EnvironmentRow {
  readonly environment: ManagedEnvironment;
  readonly snapshot: EnvironmentSnapshot | null;
  readonly review: EnvironmentReview | null;
}

/** The environments of a workspace, each with its newest snapshot and review. */
export function environmentsPage(
  { desk }: Exchange,
  {
    workspaceId,
    rows,
  }: { readonly workspaceId: WorkspaceId; readonly rows: readonly EnvironmentRow[] },
): Html {
  const now = desk.now();
  const content = html`<h1>Environments</h1>
    ${table(
      "Environments",
      ["Environment", "State", "Newest snapshot", "Newest review", "Runs"],
      rows.map(({ environment, snapshot, review }) => {
        const path = `/workspaces/${workspaceId}/environments/${environment.environmentId}`;
        return [
          html`<a href="${path}">${environment.name}</a>`,
          environment.state,
          snapshot === null
            ? "None yet"
            : html`<a href="${path}/snapshots/${snapshot.snapshotId}"
                  >${timeAgo(now, snapshot.sealedAt)}</a
                ><br /><span class="soft small">${countsWords(snapshot.counts)}</span>`,
          review === null
            ? "None yet"
            : html`<a href="${path}/reviews/${review.reviewId}"
                  >No. ${review.sequence}, ${review.periodKey}</a
                ><br /><span class="soft small">${review.status}</span>`,
          html`<a href="/workspaces/${workspaceId}/runs?environment=${environment.environmentId}"
            >Runs</a
          >`,
        ];
      }),
    )}`;
  return layout(desk, { title: "Environments", workspaceId }, content);
}
