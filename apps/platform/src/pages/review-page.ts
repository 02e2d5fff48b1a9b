import { html } from "hono/html";
import { type Exchange, type Html, layout, timeAt } from "settled/http";
import type { FoundReview } from "../server/gather-review.ts";
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
    ${content.kind === "intact" ? reviewBody(scope, review, content.document) : notShown(found)}`;
  return layout(desk, { title: `${number}, ${name}`, workspaceId }, page);
}

function headerFacts(
  scope: EnvironmentScope,
  { review, confirmations }: FoundReview,
  now: Date,
): readonly (readonly [string, Cell])[] {
  const [confirmed] = confirmations;
  const { composedByRunId, fingerprint } = review;
  return [
    ["Environment", html`<a href="${environmentPath(scope)}">${scope.environment.name}</a>`],
    ["As of", timeAt(now, review.asOf)],
    ["Period", periodWords(review.periodKey)],
    ["Baseline", "None: this review states what is there, not how it differs"],
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

function lineageWords(scope: EnvironmentScope, found: FoundReview): Html {
  const { review, predecessor, successor } = found;
  const link = (id: string, number: number | undefined): Html =>
    html`<a href="${reviewPath(scope, id)}"
      >${number === undefined ? "an earlier one" : `no. ${number}`}</a
    >`;
  const { supersedesId } = review;
  return html`${
    supersedesId === null
      ? "It is the first of its lineage."
      : html`It replaces ${link(supersedesId, predecessor?.sequence)}.`
  }
  ${
    successor === null
      ? ""
      : html`It was replaced by ${link(successor.reviewId, successor.sequence)}.`
  }`;
}

function notShown({ content, review }: FoundReview): Html | string {
  if (content.kind === "intact") return "";
  const { title, meaning, nextStep } = notShownWords(content.kind, review.status);
  return html`<section class="card" role="alert">
    <h2>${title}</h2>
    <p>${meaning}</p>
    <p class="soft">${nextStep}</p>
  </section>`;
}
