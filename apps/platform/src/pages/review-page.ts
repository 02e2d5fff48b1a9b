import { html } from "hono/html";
import { type Exchange, type Html, layout, timeAt } from "settled/http";
import { anyChanged, type ChangedInputs } from "../review/changed-inputs.ts";
import type { EnvironmentReview } from "../review/review.ts";
import type { FoundReview, ReviewContent } from "../server/gather-review.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import {
  environmentPath,
  reviewPacksPath,
  reviewPath,
  runPath,
  snapshotPath,
} from "./addresses.ts";
import { reviewMark } from "./mark.ts";
import { periodWords } from "./period-words.ts";
import { reviewBody } from "./review-body.ts";
import { notShownWords, statusMeaning } from "./review-words.ts";
import { type Cell, facts, shortHash } from "./table.ts";

/** One review: which it is and where it stands, then its body if that can be trusted. */
export function reviewPage({ desk }: Exchange, scope: EnvironmentScope, found: FoundReview): Html {
  const { review, content } = found;
  const { workspaceId, name } = scope.environment;
  const number = `Review no. ${review.sequence}`;
  const page = html`<p class="crumb"><a href="${environmentPath(scope)}">← ${name}</a></p>
    <div class="head">
      <h1>${number} of ${name}, ${periodWords(review.periodKey)}</h1>
      ${reviewMark(review.status)}
    </div>
    <p class="soft">${statusMeaning(review.status)} ${lineageWords(scope, found)}</p>
    <section class="card">${facts(headerFacts(scope, found, desk.now()))}</section>
    ${
      content.kind === "intact"
        ? html`${changedNote(found, content.later.changed)}
          ${reviewBody(scope, { ...content, review, now: desk.now() })}`
        : notShown(found)
    }`;
  return layout(desk, { title: `${number}, ${name}`, workspaceId }, page);
}

function headerFacts(
  scope: EnvironmentScope,
  { review, content, confirmations }: FoundReview,
  now: Date,
): readonly (readonly [string, Cell])[] {
  const [confirmed] = confirmations;
  const { composedByRunId, fingerprint } = review;
  return [
    ["Environment", html`<a href="${environmentPath(scope)}">${scope.environment.name}</a>`],
    ["As of", timeAt(now, review.asOf)],
    ["Period", periodWords(review.periodKey)],
    ["Baseline", baselineWords(review, content)],
    [
      "Composed from",
      html`<a href="${snapshotPath(scope, review.snapshotId)}">the snapshot</a> that was sealed
        before`,
    ],
    [
      "Composed by",
      composedByRunId === null
        ? "No run of this platform"
        : html`<a href="${runPath(scope, composedByRunId)}">the run that composed it</a>`,
    ],
    [
      "Packs",
      html`<a href="${reviewPacksPath(scope, review.reviewId)}">What can be downloaded</a>`,
    ],
    ["Fingerprint", fingerprint === null ? "None: it was imported" : shortHash(fingerprint)],
    [
      "Last confirmed",
      confirmed === undefined
        ? "Not since it was composed"
        : html`${timeAt(now, confirmed.confirmed_at)}: the same content was found again`,
    ],
  ];
}

function baselineWords(review: EnvironmentReview, content: ReviewContent): string {
  if (review.baselineVersion === null) {
    return "None: this review states what is there, not how it differs";
  }
  const name = content.kind === "intact" ? content.document.baseline?.name : undefined;
  return `${name === undefined ? "" : `${name}, `}version ${review.baselineVersion}`;
}

/** A review stays true for its own moment; that something moved on since is no fault of it. */
function changedNote({ review }: FoundReview, changed: ChangedInputs): Html | string {
  if (review.status !== "current" || !anyChanged(changed)) return "";
  const what = [
    ...(changed.snapshot ? ["a newer snapshot found something else"] : []),
    ...(changed.baseline ? ["the baseline has a newer version"] : []),
    ...(changed.decisions ? ["decisions were made or have expired"] : []),
    ...(changed.rules ? ["the rules of this release differ"] : []),
  ];
  return html`<p class="next partially_succeeded">
    <b>Its inputs have changed since:</b> ${what.join("; ")}. It stays true for its own moment;
    compose a new one to see how things stand now.
  </p>`;
}

function lineageWords(scope: EnvironmentScope, found: FoundReview): Html {
  const { review, predecessor, successor } = found;
  const link = (id: string, number: number): Html =>
    html`<a href="${reviewPath(scope, id)}">no. ${number}</a>`;
  return html`${
    predecessor === null
      ? review.supersedesId === null
        ? "It is the first of its lineage."
        : "All earlier reviews of its lineage were taken back."
      : html`It replaces ${link(predecessor.reviewId, predecessor.sequence)}.`
  }
  ${
    successor === null
      ? ""
      : html`It was replaced by ${link(successor.reviewId, successor.sequence)}.`
  }`;
}

function notShown({ content, review, retraction }: FoundReview): Html | string {
  if (content.kind === "intact") return "";
  const { title, meaning, nextStep } = notShownWords(content.kind, review.status);
  return html`<section class="card" role="alert">
    <h2>${title}</h2>
    <p>${meaning}</p>
    ${
      retraction === null
        ? ""
        : html`<p>
            By ${retraction.actor} on ${retraction.retracted_at.toISOString().slice(0, 10)}:
            “${retraction.reason}”
          </p>`
    }
    <p class="soft">${nextStep}</p>
  </section>`;
}
