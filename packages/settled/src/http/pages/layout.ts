import { html, raw } from "hono/html";
import { asPlainName } from "../../present/plain-words.ts";
import type { Initiator } from "../../run/actor.ts";
import type { WorkspaceId } from "../../run/scope.ts";
import { isPlainPath } from "../addresses.ts";
import type { Html } from "../answer.ts";
import type { Desk } from "../exchange.ts";
import { STYLE } from "./style.ts";

export interface PageFrame {
  readonly title: string;
  /** Null = nothing of any workspace is told, as when the page does not say whether one exists. */
  readonly workspaceId: WorkspaceId | null;
  readonly isRunList?: boolean;
  readonly foot?: Html | string;
}

/** Kept out of the template: a space more or less would not fit the hash. */
const STYLE_ELEMENT = raw(`<style>${STYLE}</style>`);

/** A whole page: head, navigation, content, foot. */
export function layout(desk: Desk, frame: PageFrame, content: Html): Html {
  const brand = asPlainName(desk.brand.name, "Settled");
  const { href: home } = desk.brand;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${frame.title} · ${brand}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <a class="skip" href="#content">To the content</a>
        <header class="top">
          <div>
            ${isPlainPath(home) ? html`<a class="brand" href="${home}">${brand}</a>` : html`<span class="brand">${brand}</span>`}
            ${frame.workspaceId === null ? "" : navigation(desk, frame.workspaceId, frame)}
            ${desk.reader === undefined ? "" : whoReads(desk, desk.reader)}
          </div>
        </header>
        <main id="content">${content}</main>
        ${frame.foot === undefined ? "" : html`<footer class="foot">${frame.foot}</footer>`}
      </body>
    </html>`;
}

/** Who is signed in, and the way out. */
function whoReads({ signOutPath }: Desk, { name }: Initiator): Html {
  const shown = asPlainName(name, "Signed in");
  if (!isPlainPath(signOutPath)) return html`<span class="who small">${shown}</span>`;
  return html`<form class="who small" method="post" action="${signOutPath}">
    <span>${shown}</span> <button>Sign out</button>
  </form>`;
}

function navigation(desk: Desk, workspaceId: WorkspaceId, frame: PageFrame): Html {
  const links = (desk.linksFor?.(workspaceId) ?? []).filter(({ href }) => isPlainPath(href));
  const mark = frame.isRunList === true ? raw(`aria-current="page"`) : "";
  return html`<nav aria-label="Main">
      <a href="${desk.addresses.runsPage(workspaceId)}" ${mark}>Runs</a>
      ${links.map(({ label, href }) => html`<a href="${href}">${asPlainName(label, href)}</a>`)}
    </nav>
    <span class="where small">Workspace ${workspaceId}</span>`;
}
