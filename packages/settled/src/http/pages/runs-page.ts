import { html } from "hono/html";
import type { ArtifactTruth } from "../../present/artifact-truth.ts";
import { asPlainName } from "../../present/plain-words.ts";
import { utcWords } from "../../present/utc-words.ts";
import type { OperationRun, RunOutcome } from "../../run/operation-run.ts";
import type { WorkspaceId } from "../../run/scope.ts";
import type { Html } from "../answer.ts";
import type { Desk } from "../exchange.ts";
import type { RunView } from "../view-run.ts";
import { artifactLine } from "./artifact-line.ts";
import { runTook } from "./facts-card.ts";
import { filterForm, isFiltered } from "./filter-form.ts";
import { layout } from "./layout.ts";
import { positionMark } from "./position-mark.ts";
import { timeAgo } from "./time-words.ts";

export interface RunsPageInput {
  readonly workspaceId: WorkspaceId;
  readonly query: URLSearchParams;
  readonly views: readonly RunView[];
  /** The address of the next page; null = this is the last. */
  readonly next: string | null;
}

/** The runs of a workspace for a person, newest first. */
export function runsPage(desk: Desk, input: RunsPageInput): Html {
  const { workspaceId, query, views, next } = input;
  const first = query.has("cursor") ? desk.addresses.runsPage(workspaceId, asFirst(query)) : null;
  const now = desk.now();
  const iso = now.toISOString();
  const content = html`<h1>Runs</h1>
    <p class="soft">Long-running operations of this workspace, newest first.</p>
    ${filterForm(desk, workspaceId, query)}
    ${views.length === 0 ? emptyCard(input) : runTable(desk, views)}
    ${
      first === null && next === null
        ? ""
        : html`<nav class="pages" aria-label="Pages">
            ${first === null ? "" : html`<a class="button" href="${first}">← Newest</a>`}
            ${next === null ? "" : html`<a class="button" href="${next}" rel="next">Older →</a>`}
          </nav>`
    }`;
  const foot = html`As of <time datetime="${iso}" title="${iso}">${utcWords(now)}</time>.`;
  return layout(desk, { title: "Runs", workspaceId, isRunList: true, foot }, content);
}

function runTable({ addresses }: Desk, views: readonly RunView[]): Html {
  return html`<table class="runs">
    <thead>
      <tr>
        <th scope="col">Outcome</th>
        <th scope="col">Operation</th>
        <th scope="col">Environment</th>
        <th scope="col">Result</th>
        <th scope="col">Started by</th>
        <th scope="col">Started</th>
        <th scope="col">Took</th>
      </tr>
    </thead>
    <tbody>
      ${views.map((view) => runRow(view, addresses.runPage(view.run.workspaceId, view.run.id)))}
    </tbody>
  </table>`;
}

function runRow({ run, presented, now }: RunView, page: string): Html {
  const { operationLabel, position, reason, artifact } = presented;
  return html`<tr>
    <td class="tight wide">${positionMark(run, position)}</td>
    <td class="wide op">
      <a class="go" href="${page}">${operationLabel}</a>
      ${
        needsWords(run.outcome) && reason !== null
          ? html`<div class="soft small">${reason.title}</div>`
          : ""
      }
      ${
        presented.progress === null || run.status === "completed"
          ? ""
          : html`<div class="soft small">${presented.progress}</div>`
      }
    </td>
    <td data-label="Environment">
      ${run.environmentId ?? html`<span class="soft">whole workspace</span>`}
    </td>
    <td class="result" data-label="Result">${resultCell(run, artifact)}</td>
    <td data-label="Started by">${asPlainName(run.initiator.name, "not known")}</td>
    <td class="tight" data-label="Started">${startedCell(run, now)}</td>
    <td class="tight" data-label="Took">${runTook(run, now)}</td>
  </tr>`;
}

function resultCell(run: OperationRun, artifact: ArtifactTruth | null): Html {
  const isAhead = run.status !== "completed" && artifact?.kind === "none";
  return isAhead ? html`<span class="soft">not yet</span>` : artifactLine(artifact);
}

function startedCell(run: OperationRun, now: Date): Html {
  if (run.startedAt !== null) return timeAgo(now, run.startedAt);
  return html`<span class="soft">not started</span>
    <div class="soft small">asked ${timeAgo(now, run.createdAt)}</div>`;
}

/** A good end needs no explanation in a list. */
function needsWords(outcome: RunOutcome | null): boolean {
  return outcome !== null && outcome !== "succeeded";
}

function emptyCard({ workspaceId, query, next }: RunsPageInput): Html {
  const [title, text] =
    next !== null
      ? ["Nothing to see on this page", "Its runs belong to environments that you may not see."]
      : isFiltered(query) || query.has("cursor")
        ? ["Nothing for this filter", "No run fits it. Change or clear the filter to see others."]
        : [
            "Nothing yet",
            `No operation was started in the workspace ${workspaceId}. The first run will be shown here.`,
          ];
  return html`<div class="card empty">
    <h2>${title}</h2>
    <p class="soft">${text}</p>
  </div>`;
}

function asFirst(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].filter(([name, text]) => name !== "cursor" && text !== ""));
}
