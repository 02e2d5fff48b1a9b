import { html } from "hono/html";
import { utcWords } from "../../present/utc-words.ts";
import type { RunEvent } from "../../run/run-event.ts";
import type { Html } from "../answer.ts";
import type { Desk } from "../exchange.ts";
import type { RunView } from "../view-run.ts";
import { artifactCard } from "./artifact-card.ts";
import { beliefTable } from "./belief-table.ts";
import { factsCard } from "./facts-card.ts";
import { layout } from "./layout.ts";
import { positionClass, positionMark } from "./position-mark.ts";
import { progressBar } from "./progress-bar.ts";
import { failureCard, idsCard, inputCard } from "./technical-card.ts";
import { timeline } from "./timeline.ts";

export interface RunPageInput {
  readonly view: RunView;
  readonly events: readonly RunEvent[];
  /** The address of events behind those; null = they are all. */
  readonly rest: string | null;
}

/** One run for a person: what became of it, what to do, what it made, and why that is believed. */
export function runPage(desk: Desk, { view, events, rest }: RunPageInput): Html {
  const { run, presented, operation, now } = view;
  const { addresses } = desk;
  const content = html`<p class="crumb">
      <a href="${addresses.runsPage(run.workspaceId)}">← All runs</a>
    </p>
    <div class="head">
      <h1>${presented.operationLabel}</h1>
      ${positionMark(run, presented.position, "big")}
    </div>
    <p class="lead">${presented.sentence}</p>
    <p class="soft small">${presented.freshness.text}</p>
    <p class="next ${positionClass(run)}"><b>Next step:</b> ${presented.nextStep.text}</p>
    <div class="grid">
      <div>
        ${progressBar(view)}${artifactCard(view)}${beliefTable(view)}
        ${timeline({ events, operation, now, rest })}${failureCard(view)}
      </div>
      <div>${factsCard(view, desk)}${inputCard(view)}${idsCard(view)}</div>
    </div>`;
  const frame = { title: presented.title, workspaceId: run.workspaceId, foot: foot(view, desk) };
  return layout(desk, frame, content);
}

function foot({ run, now }: RunView, { addresses }: Desk): Html {
  const iso = now.toISOString();
  return html`As of <time datetime="${iso}" title="${iso}">${utcWords(now)}</time>.
    <span class="again">
      <a href="${addresses.runPage(run.workspaceId, run.id)}">Look again</a> ·
      <a href="${addresses.runApi(run.workspaceId, run.id)}">This run as JSON</a> ·
      <a href="${addresses.eventsApi(run.workspaceId, run.id)}">Its timeline as JSON</a>
    </span>`;
}
