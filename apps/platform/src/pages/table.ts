import { html } from "hono/html";
import type { Html } from "settled/http";

export type Cell = Html | string | number;

/**
 * A plain table with a name for those who do not see it; says so when there is nothing in it. Each cell knows its
 * head, for screens on which a row is shown as a list.
 */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
): Html {
  if (rows.length === 0) return html`<p class="soft">None.</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table class="plain">
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, index) => html`<td data-label="${heads[index] ?? ""}">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Facts in two columns, name and value. */
export function facts(pairs: readonly (readonly [string, Cell])[]): Html {
  return html`<table class="facts">
    <tbody>
      ${pairs.map(
        ([name, value]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A long hash by its beginning; the whole of it for whoever points at it. */
export function shortHash(hash: string): Html {
  return html`<code title="${hash}">${hash.slice(0, 22)}…</code>`;
}
