import { html } from "hono/html";
import type { Html } from "settled/http";
import type { GoldenAnswer } from "../review/review-document.ts";

/** The ten questions that a review must answer, with their answers. */
export function questionsCard(answers: readonly GoldenAnswer[]): Html {
  return html`<section class="card" id="questions">
    <h2>Ten questions</h2>
    <dl class="questions">
      ${answers.map(
        ({ number, question, answer }) =>
          html`<dt>${number}. ${question}</dt>
            <dd>${answer}</dd>`,
      )}
    </dl>
  </section>`;
}
