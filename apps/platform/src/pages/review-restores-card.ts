import { html } from "hono/html";
import { type Html, timeAt } from "settled/http";
import { asRunId } from "settled";
import type { RestoreLine } from "../review/later-answers.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import { runPath } from "./addresses.ts";
import { table } from "./table.ts";

/** The restores that touched the environment, newest first; also those after the review. */
export function restoresCard(
  scope: EnvironmentScope,
  restores: readonly RestoreLine[],
  now: Date,
): Html {
  return html`<section class="card" id="restores">
    <h2>Restores of this environment</h2>
    ${
      restores.length === 0
        ? html`<p class="soft">None is recorded.</p>`
        : table(
            "Restores",
            ["When", "What became of it", ""],
            restores.map((line) => [
              timeAt(now, new Date(line.started_at)),
              html`<b>${line.title}</b> ${line.sentence}`,
              html`<a href="${runPath(scope, asRunId(line.run_id))}">its run</a>`,
            ]),
          )
    }
  </section>`;
}
