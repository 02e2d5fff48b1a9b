import { html } from "hono/html";
import { asDispatchJson } from "../../present/dispatch-json.ts";
import { asFailureJson } from "../../present/failure-json.ts";
import { asPlainName } from "../../present/plain-words.ts";
import type { JsonValue } from "../../run/json-value.ts";
import type { Html } from "../answer.ts";
import { VIEW_RUN_DETAIL } from "../capabilities.ts";
import type { RunView } from "../view-run.ts";

const INPUT_CHARS_MAX = 20_000;

/** What was asked, as it is stored: redacted when it was written, escaped where it is shown. */
export function inputCard({ run }: RunView): Html {
  const text = asText(run.input);
  const shown = text.slice(0, INPUT_CHARS_MAX).toWellFormed();
  const cut = `The first ${INPUT_CHARS_MAX} of ${text.length} characters are shown.`;
  return html`<section class="card">
    <h2>What was asked</h2>
    <pre tabindex="0">${shown}</pre>
    ${shown.length < text.length ? html`<p class="soft small">${cut}</p>` : ""}
  </section>`;
}

/** Ids and hand-over, for whoever follows a run into logs and queues. */
export function idsCard({ run }: RunView): Html {
  const dispatch = asDispatchJson(run);
  const trace = run.context.trace?.["traceparent"];
  return html`<section class="card">
    <h2>Ids and hand-over</h2>
    <dl class="small">
      ${line("Run", run.id)}${line("Type", run.operationType)}${line("Version", run.version)}
      ${line("Identity", run.identityKey)}${trace === undefined ? "" : line("Trace", trace)}
      ${
        dispatch === null
          ? html`<dt>Hand-over</dt>
              <dd>not yet</dd>`
          : html`${line("Queue", dispatch.queue)}${line("Job class", dispatch.job_class)}
            ${line("Connection", dispatch.connection)}${line("Handed over", dispatch.dispatched_at)}`
      }
    </dl>
  </section>`;
}

/** The last error of a handler. To a reader without the capability only that there is one. */
export function failureCard({ run, maySeeDetail }: RunView): Html | string {
  if (run.failure === null) return "";
  const failure = maySeeDetail ? asFailureJson(run) : null;
  if (failure === null) {
    return html`<section class="card">
      <h2>Technical detail</h2>
      <p class="soft">There is detail of an error. It needs the capability ${VIEW_RUN_DETAIL}.</p>
    </section>`;
  }
  return html`<section class="card">
    <h2>Technical detail</h2>
    <p>${failure.name} in attempt ${failure.attempt}</p>
    <pre tabindex="0">
${failure.message}${failure.stack === null ? "" : `\n\n${failure.stack}`}</pre>
  </section>`;
}

function line(name: string, value: string | number): Html {
  return html`<dt>${name}</dt>
    <dd><code>${asPlainName(String(value), "–")}</code></dd>`;
}

function asText(value: JsonValue): string {
  return JSON.stringify(value, null, 2);
}
