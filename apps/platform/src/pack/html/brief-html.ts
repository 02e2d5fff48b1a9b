import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import type { Html } from "settled/http";
import type { Brief } from "../brief/block.ts";
import { grouped } from "../brief/counted.ts";
import { blockHtml } from "./block-html.ts";
import { BRIEF_STYLE } from "./brief-style.ts";

const STYLE_HASH = createHash("sha256").update(BRIEF_STYLE, "utf8").digest("base64");

/** The file runs nothing, loads nothing and sends nothing, wherever it is opened. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** Kept out of the template: a space more or less would not fit the hash. */
const STYLE_ELEMENT = raw(`<style>${BRIEF_STYLE}</style>`);

/** The brief as one HTML file that needs nothing beside it. */
export async function briefHtml(brief: Brief): Promise<string> {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${raw(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${brief.title}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        ${coverHtml(brief)}
        <main>
          <h2>The verdict</h2>
          <p>${brief.verdict}</p>
          <ul class="tiles">
            ${brief.tiles.map(
              ({ label, figure, note, tone }) =>
                html`<li class="${tone}">
                  ${label}<b>${grouped(figure)}</b><small>${note}</small>
                </li>`,
            )}
          </ul>
          ${[...brief.summary, ...brief.body].map(blockHtml)}
          <footer class="soft">${brief.foot}</footer>
        </main>
      </body>
    </html> `;
  return String(await page);
}

function coverHtml({ cover }: Brief): Html {
  return html`<header>
    <div>
      <p>${cover.kicker}</p>
      <h1>${cover.title}</h1>
      <p class="place" dir="auto">${cover.environment}</p>
      ${cover.lines.map((line) => html`<p>${line}</p>`)}
    </div>
  </header>`;
}
