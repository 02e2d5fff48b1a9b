import { html } from "hono/html";
import { type Exchange, type Html, layout, timeAt } from "settled/http";
import type { EnvironmentReview } from "../review/review.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import type { EnvironmentSnapshot } from "../snapshot/snapshot.ts";
import { countsWords } from "./counts-words.ts";
import { facts, table } from "./table.ts";

export interface EnvironmentPageInput {
  readonly scope: EnvironmentScope;
  readonly snapshots: readonly EnvironmentSnapshot[];
  readonly reviews: readonly EnvironmentReview[];
}

/** One environment: where it is read from, its snapshots and its reviews. */
export function environmentPage({ desk }: Exchange, input: EnvironmentPageInput): Html {
  const { scope, snapshots, reviews } = input;
  const { workspaceId, environment } = scope;
  const path = `/workspaces/${workspaceId}/environments/${environment.environmentId}`;
  const now = desk.now();
  const content = html`<p class="crumb">
      <a href="/workspaces/${workspaceId}">← All environments</a>
    </p>
    <h1>${environment.name}</h1>
    <div class="card">
      ${facts([
        ["State", environment.state],
        ["Read from", html`<code>${environment.provider.root}</code>`],
        [
          "Runs",
          html`<a href="/workspaces/${workspaceId}/runs?environment=${environment.environmentId}"
            >All runs of this environment</a
          >`,
        ],
      ])}
    </div>
    <div class="card">
      <h2>Reviews</h2>
      ${table(
        "Reviews",
        ["Review", "Status", "Read whole", "Composed", "Replaces"],
        reviews.map((review) => [
          html`<a href="${path}/reviews/${review.reviewId}"
            >No. ${review.sequence}, ${review.periodKey}</a
          >`,
          review.status,
          `${Math.floor(review.completeness * 1_000) / 10} %`,
          timeAt(now, review.createdAt),
          replaced(review, reviews),
        ]),
      )}
    </div>
    <div class="card">
      <h2>Snapshots</h2>
      ${table(
        "Snapshots",
        ["Sealed", "State", "What was read"],
        snapshots.map((snapshot) => [
          html`<a href="${path}/snapshots/${snapshot.snapshotId}"
            >${timeAt(now, snapshot.sealedAt)}</a
          >`,
          snapshot.state,
          countsWords(snapshot.counts),
        ]),
      )}
    </div>`;
  return layout(desk, { title: environment.name, workspaceId }, content);
}

function replaced(review: EnvironmentReview, reviews: readonly EnvironmentReview[]): string {
  const before = reviews.find(({ reviewId }) => reviewId === review.supersedesId);
  return before === undefined ? "" : `No. ${before.sequence}`;
}
