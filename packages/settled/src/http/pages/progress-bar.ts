import { html } from "hono/html";
import type { Html } from "../answer.ts";
import type { RunView } from "../view-run.ts";

/** How far a run is while it runs, in words and as a bar; nothing once it ended. */
export function progressBar({ run, presented }: RunView): Html | string {
  if (run.status === "completed" || presented.progress === null) return "";
  const { total = null, done = 0 } = run.progress ?? {};
  return html`<section class="card">
    <h2>Progress</h2>
    <p>${presented.progress}</p>
    ${
      total !== null && total > 0
        ? html`<progress max="${total}" value="${Math.min(done, total)}" aria-label="Progress">
            ${presented.progress}
          </progress>`
        : ""
    }
  </section>`;
}
