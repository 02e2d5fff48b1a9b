import { html } from "hono/html";
import { isPlainPath } from "../addresses.ts";
import type { Html } from "../answer.ts";
import type { Exchange } from "../exchange.ts";
import type { Problem } from "../problem.ts";
import { layout } from "./layout.ts";

/** A refusal for a person. Tells nothing of the address, so that hidden and absent things read the same. */
export function problemPage(problem: Problem, { desk, requestId }: Exchange): Html {
  const { title, detail, nextActions, status } = problem;
  const further = problem.errors.filter((fault) => fault.detail !== detail);
  const content = html`<div class="card">
    <h1>${title}</h1>
    <p>${detail}</p>
    ${further.map(({ detail: text }) => html`<p>${text}</p>`)}
    ${nextActions.map((action) => html`<p class="soft">${action}</p>`)}
    ${
      isPlainPath(desk.brand.href)
        ? html`<p><a class="button" href="${desk.brand.href}">To the first page</a></p>`
        : ""
    }
    ${
      status < 500
        ? ""
        : html`<p class="soft small">Id of this request: <code>${requestId}</code></p>`
    }
  </div>`;
  return layout(desk, { title, workspaceId: null }, content);
}
