import { html } from "hono/html";
import type { Html } from "settled/http";
import type { Bar, Block, Column } from "../brief/block.ts";
import { barWords } from "../brief/bar-words.ts";

type BlockOf<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

/** One block; whatever it says is text of the document and never markup. */
export function blockHtml(block: Block): Html {
  switch (block.kind) {
    case "heading":
      return html`<h2>${block.text}</h2>`;
    case "paragraph":
      return html`<p>${block.text}</p>`;
    case "note":
      return html`<p class="soft">${block.text}</p>`;
    case "list":
      return html`<ul>
        ${block.items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
    case "table":
      return tableHtml(block);
    case "facts":
      return html`<table class="facts">
        <tbody>
          ${block.pairs.map(
            ([name, value]) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td>${value}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
    case "bars":
      return barsHtml(block);
  }
}

function tableHtml({ caption, columns, rows }: BlockOf<"table">): Html {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map(({ head }) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${columns.map((column, index) => cellHtml(column, row[index] ?? ""))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function cellHtml({ look }: Column, text: string): Html {
  if (look === undefined) return html`<td dir="auto">${text}</td>`;
  switch (look) {
    case "strong":
      return html`<td dir="auto"><strong>${text}</strong></td>`;
    case "severity":
      return html`<td><strong class="${text}">${text}</strong></td>`;
  }
}

function barsHtml({ caption, bars }: BlockOf<"bars">): Html {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <tbody>
      ${bars.map(
        (bar) =>
          html`<tr>
            <th scope="row">${bar.label}</th>
            <td>${barPicture(bar)}</td>
            <td>${barWords(bar)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function barPicture({ parts, total }: Bar): Html {
  let x = 0;
  const placed = parts.map((part) => {
    const width = total === 0 ? 0 : (part.figure * 1_000) / total;
    const from = x;
    x += width;
    return { tone: part.tone, from, width };
  });
  return html`<svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
    ${placed.map(
      ({ tone, from, width }) =>
        html`<rect
          class="f-${tone}"
          x="${from.toFixed(1)}"
          y="0"
          width="${width.toFixed(1)}"
          height="10"
        ></rect>`,
    )}
  </svg>`;
}
