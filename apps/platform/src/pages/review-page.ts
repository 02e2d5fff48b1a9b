import { html } from "hono/html";
import { type Exchange, type Html, layout, timeAt } from "settled/http";
import type { ReviewDocument } from "../review/review-document.ts";
import type { EnvironmentReview } from "../review/review.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import type { ReviewConfirmation } from "../store/review-store.ts";
import { reviewBody } from "./review-body.ts";
import { facts, shortHash } from "./table.ts";

export interface ReviewPageInput {
  readonly scope: EnvironmentScope;
  readonly review: EnvironmentReview;
  /** Null if its bytes do not have their hash any more: nothing of it is shown then. */
  readonly document: ReviewDocument | null;
  readonly lineage: readonly EnvironmentReview[];
  readonly confirmations: readonly ReviewConfirmation[];
}

/** One review: its place in the lineage, then its body. */
export function reviewPage({ desk }: Exchange, input: ReviewPageInput): Html {
  const { scope, review, document, confirmations } = input;
  const { workspaceId, environment } = scope;
  const now = desk.now();
  const [confirmed] = confirmations;
  const page = html`<p class="crumb">
      <a href="/workspaces/${workspaceId}/environments/${environment.environmentId}"
        >← ${environment.name}</a
      >
    </p>
    <h1>Environment review no. ${review.sequence} for ${review.periodKey}</h1>
    <p class="soft">${environment.name}${placeWords(input)}</p>
    ${
      document === null
        ? html`<div class="card" role="alert">
            <h2>This review cannot be trusted</h2>
            <p>
              Its document is gone, or was changed after it was composed. Nothing of it is shown.
            </p>
            <p class="soft">Compose the review again, and find out who changed the store.</p>
          </div>`
        : reviewBody(document)
    }
    <div class="card">
      <h2>Evidence and integrity</h2>
      ${facts([
        ["Status", review.status],
        ["As of", timeAt(now, review.asOf)],
        ["Composed by", composer(workspaceId, review)],
        [
          "Last confirmed",
          confirmed === undefined ? "Not since" : timeAt(now, confirmed.confirmed_at),
        ],
        [
          "Snapshot",
          html`<a
            href="/workspaces/${workspaceId}/environments/${environment.environmentId}/snapshots/${review.snapshotId}"
            >the snapshot that it was composed from</a
          >`,
        ],
        [
          "Fingerprint",
          review.fingerprint === null ? "None: imported" : shortHash(review.fingerprint),
        ],
        ["Document hash", shortHash(review.documentHash)],
        ["Baseline", "None: this review states what is there, not how it differs"],
      ])}
    </div>`;
  return layout(desk, { title: `Review ${review.sequence}`, workspaceId }, page);
}

function placeWords({ review, lineage, scope }: ReviewPageInput): Html {
  const path = `/workspaces/${scope.workspaceId}/environments/${scope.environment.environmentId}/reviews`;
  const before = lineage.find(({ reviewId }) => reviewId === review.supersedesId);
  const after = lineage.find(({ supersedesId }) => supersedesId === review.reviewId);
  const link = (other: EnvironmentReview) =>
    html`<a href="${path}/${other.reviewId}">no. ${other.sequence}</a>`;
  return html`${before === undefined ? "" : html` · replaces ${link(before)}`}${
    after === undefined ? html`` : html` · was replaced by ${link(after)}`
  }${review.status === "withdrawn" ? html` · withdrawn` : ""}`;
}

function composer(workspaceId: string, { composedByRunId }: EnvironmentReview): Html {
  if (composedByRunId === null) return html`not by a run of this platform`;
  return html`<a href="/workspaces/${workspaceId}/runs/${composedByRunId}"
    >run <code>${composedByRunId.slice(-12)}</code></a
  >`;
}
