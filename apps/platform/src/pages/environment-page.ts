import { html } from "hono/html";
import { type Exchange, type Html, layout, timeAt } from "settled/http";
import { reviewBaselineWords } from "../review/review-baseline-words.ts";
import type { EnvironmentReview } from "../review/review.ts";
import type { RestoreEntry } from "../server/gather-restore.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import type { EnvironmentSnapshot } from "../snapshot/snapshot.ts";
import type { CoverageCount } from "../store/coverage-count.ts";
import { packsPath, reviewPath, runsPath, snapshotPath, workspacePath } from "./addresses.ts";
import { restoreTable } from "./restore-table.ts";
import { completenessWords, countsWords, coverageCountWords } from "./counts-words.ts";
import { environmentMark, reviewMark, snapshotMark } from "./mark.ts";
import { periodWords } from "./period-words.ts";
import { facts, table } from "./table.ts";

export interface EnvironmentPageInput {
  readonly scope: EnvironmentScope;
  readonly snapshots: readonly EnvironmentSnapshot[];
  readonly coverage: ReadonlyMap<string, CoverageCount>;
  readonly reviews: readonly EnvironmentReview[];
  readonly restores: readonly RestoreEntry[];
  /** Their names by their ids. */
  readonly baselines: ReadonlyMap<string, string>;
}

/** One environment: where it is read from, its reviews, restores and snapshots, newest first. */
export function environmentPage({ desk }: Exchange, input: EnvironmentPageInput): Html {
  const { environment } = input.scope;
  const { workspaceId, name, provider } = environment;
  const now = desk.now();
  const content = html`<p class="crumb">
      <a href="${workspacePath(workspaceId)}">← All environments</a>
    </p>
    <div class="head">
      <h1>${name}</h1>
      ${environmentMark(environment.state)}
    </div>
    <section class="card">
      ${facts([
        ["Provider", provider.kind === "folder" ? "Folder with an export" : "None yet"],
        ["Read from", provider.kind === "folder" ? html`<code>${provider.root}</code>` : "–"],
        ["Runs", html`<a href="${runsPath(environment)}">All runs of this environment</a>`],
        ["Packs", html`<a href="${packsPath(environment)}">All packs of its reviews</a>`],
      ])}
    </section>
    <section class="card">
      <h2>Reviews</h2>
      ${reviewTable(input, now)}
    </section>
    <section class="card">
      <h2>Restores</h2>
      ${restoreTable(input.scope, input.restores, now)}
    </section>
    <section class="card">
      <h2>Snapshots</h2>
      ${snapshotTable(input, now)}
    </section>`;
  return layout(desk, { title: name, workspaceId }, content);
}

function reviewTable({ scope, reviews, baselines }: EnvironmentPageInput, now: Date): Html {
  if (reviews.length === 0) {
    const command = `npx platform review compose ${placeOptions(scope)}`;
    return html`<p class="soft">
      None yet. A sealed snapshot can be reviewed: <code>${command}</code>
    </p>`;
  }
  const numbers = new Map(reviews.map(({ reviewId, sequence }) => [reviewId, sequence]));
  const place = ({ supersedesId }: EnvironmentReview): Html => {
    if (supersedesId === null) return html`<span class="soft">first of its lineage</span>`;
    const number = numbers.get(supersedesId);
    return html`replaces
      <a href="${reviewPath(scope, supersedesId)}"
        >${number === undefined ? "an earlier one" : `no. ${number}`}</a
      >`;
  };
  return table(
    "Reviews",
    ["Review", "Status", "Lineage", "Baseline", "Completeness", "As of"],
    reviews.map((review) => [
      html`<a href="${reviewPath(scope, review.reviewId)}"
        >No. ${review.sequence}, ${periodWords(review.periodKey)}</a
      >`,
      reviewMark(review.status),
      place(review),
      review.baselineVersion === null
        ? html`<span class="soft">none</span>`
        : reviewBaselineWords(review, baselines),
      completenessWords(review.completeness),
      timeAt(now, review.asOf),
    ]),
  );
}

function snapshotTable({ scope, snapshots, coverage }: EnvironmentPageInput, now: Date): Html {
  if (snapshots.length === 0) {
    const command = `npx platform import ${placeOptions(scope)} --folder PATH`;
    return html`<p class="soft">
      None yet. The runs of this environment say why, if one was tried: <code>${command}</code>
    </p>`;
  }
  return table(
    "Snapshots",
    ["Snapshot", "State", "What was read", "Coverage"],
    snapshots.map((snapshot) => [
      html`<a href="${snapshotPath(scope, snapshot.snapshotId)}"
        >${timeAt(now, snapshot.sealedAt)}</a
      >`,
      snapshotMark(snapshot.state),
      countsWords(snapshot.counts),
      coverageCountWords(coverage.get(snapshot.snapshotId) ?? { types: 0, complete: 0 }),
    ]),
  );
}

/** Both ids are letters, digits, dots, dashes and underscores: nothing in them that a shell reads. */
function placeOptions({ workspaceId, environmentId }: EnvironmentScope): string {
  return `--workspace ${workspaceId} --environment ${environmentId}`;
}
