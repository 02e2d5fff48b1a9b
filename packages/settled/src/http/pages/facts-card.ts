import { html } from "hono/html";
import { asPlainName } from "../../present/plain-words.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import type { Html } from "../answer.ts";
import type { Desk } from "../exchange.ts";
import type { RunView } from "../view-run.ts";
import { timeAt, tookWords } from "./time-words.ts";

/** Who, where, when. */
export function factsCard({ run, presented, now }: RunView, { addresses }: Desk): Html {
  const at = (moment: Date | null) => (moment === null ? "not yet" : timeAt(now, moment));
  return html`<section class="card">
    <h2>In short</h2>
    <dl>
      <dt>Where</dt>
      <dd>${run.environmentId ?? "the whole workspace"}</dd>
      <dt>Who</dt>
      <dd>${presented.askedBy}</dd>
      <dt>Asked</dt>
      <dd>${timeAt(now, run.createdAt)}</dd>
      <dt>Began</dt>
      <dd>${run.startedAt === null && run.completedAt !== null ? "never" : at(run.startedAt)}</dd>
      <dt>Ended</dt>
      <dd>${at(run.completedAt)}</dd>
      <dt>Took</dt>
      <dd>${runTook(run, now)}</dd>
      <dt>Attempts</dt>
      <dd>${run.attempt}</dd>
      ${summaryLines(run)}
      ${
        run.rerunOf === null
          ? ""
          : html`<dt>Again</dt>
              <dd><a href="${addresses.runPage(run.workspaceId, run.rerunOf)}">of this run</a></dd>`
      }
    </dl>
  </section>`;
}

/** How long a run was at work; of one that still is, so far. */
export function runTook(run: OperationRun, now: Date): string {
  if (run.startedAt === null) return "–";
  const endMs = (run.completedAt ?? now).getTime();
  const took = tookWords(endMs - run.startedAt.getTime());
  return run.completedAt === null ? `${took} so far` : took;
}

function summaryLines({ summary }: OperationRun): readonly Html[] {
  return Object.entries(summary).map(
    ([name, count]) =>
      html`<dt>${asLabel(asPlainName(name.replaceAll("_", " "), "count"))}</dt>
        <dd>${String(count)}</dd>`,
  );
}

function asLabel(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
