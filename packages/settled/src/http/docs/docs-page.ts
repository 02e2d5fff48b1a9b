import { html } from "hono/html";
import { asPlainName } from "../../present/plain-words.ts";
import { isPlainPath } from "../addresses.ts";
import type { Html } from "../answer.ts";
import type { Desk } from "../exchange.ts";

/** A frame that the script fills. What the script must know stands in attributes: nothing of it runs in place. */
export function docsPage(desk: Desk): Html {
  const { addresses, browserSession } = desk;
  const brand = asPlainName(desk.brand.name, "Settled");
  const { href: home } = desk.brand;
  const assets = `${addresses.base}/docs`;
  const document = `${addresses.api}/openapi.json`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>API · ${brand}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${assets}/ui.css" />
        <script src="${assets}/ui.js" defer></script>
        <script src="${assets}/start.js" defer></script>
      </head>
      <body>
        <header class="docs-top">
          ${isPlainPath(home) ? html`<a href="${home}">${brand}</a>` : html`<span>${brand}</span>`}
          <a href="${document}">This API as OpenAPI 3.1</a>
        </header>
        <noscript><p>This page needs JavaScript; the document above does not.</p></noscript>
        <main
          id="docs"
          data-document="${document}"
          data-header="${browserSession?.header ?? ""}"
        ></main>
      </body>
    </html>`;
}
