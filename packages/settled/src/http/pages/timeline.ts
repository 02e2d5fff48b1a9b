import { html } from "hono/html";
import type { OperationDefinition } from "../../catalog/operation-definition.ts";
import { describeEvent } from "../../present/describe-event.ts";
import type { RunEvent } from "../../run/run-event.ts";
import type { Html } from "../answer.ts";
import { timeAt } from "./time-words.ts";

export interface TimelineInput {
  readonly events: readonly RunEvent[];
  readonly operation: OperationDefinition | null;
  readonly now: Date;
  /** The address of the events behind those shown; null = these are all. */
  readonly rest: string | null;
}

/** What happened to a run, in words, oldest first. */
export function timeline({ events, operation, now, rest }: TimelineInput): Html {
  return html`<section class="card">
    <h2>What happened</h2>
    <ol class="time">
      ${events.map(
        (event) => html`<li>${timeAt(now, event.at)}${describeEvent(event, operation)}</li>`,
      )}
    </ol>
    ${
      rest === null
        ? ""
        : html`<p class="small">
            The first ${events.length} lines are shown.
            <a href="${rest}">The lines after them, as JSON</a>
          </p>`
    }
  </section>`;
}
