import { html } from "hono/html";
import { type Exchange, type Html, layout, timeAt } from "settled/http";
import { profileLabel } from "../pack/pack-profile.ts";
import type { FoundPack } from "../server/gather-pack.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import { environmentPath, packFilePath, reviewPath, runPath } from "./addresses.ts";
import { packMark } from "./pack-mark.ts";
import { type Cell, facts, shortHash, table } from "./table.ts";

/** One pack: what it is of, whether it may be used, and its files. */
export function packPage({ desk }: Exchange, scope: EnvironmentScope, found: FoundPack): Html {
  const { pack } = found;
  const { workspaceId, name } = scope.environment;
  const title = `${profileLabel(pack.profile)} of ${name}`;
  const page = html`<p class="crumb"><a href="${environmentPath(scope)}">← ${name}</a></p>
    <div class="head">
      <h1>${title}</h1>
      ${packMark(pack.standing)}
    </div>
    ${notice(scope, found)}
    <section class="card">${facts(packFacts(scope, found, desk.now()))}</section>
    ${found.delivery === "open" ? fileCard(scope, found) : ""}`;
  return layout(desk, { title, workspaceId }, page);
}

function packFacts(
  scope: EnvironmentScope,
  { pack, placed }: FoundPack,
  now: Date,
): readonly (readonly [string, Cell])[] {
  const { review } = placed;
  return [
    [
      "Review",
      html`<a href="${reviewPath(scope, review.reviewId)}">No. ${review.sequence}</a>${
          placed.isStale ? ", which was replaced since" : ""
        }`,
    ],
    ["Rendered", timeAt(now, pack.createdAt)],
    ["Rendered by", html`<a href="${runPath(scope, pack.renderedByRunId)}">the run</a>`],
    ["Fingerprint", shortHash(pack.make.pack_fingerprint)],
  ];
}

function notice(scope: EnvironmentScope, { pack, placed, delivery }: FoundPack): Html | string {
  const { standing } = pack;
  if (standing.status === "revoked") {
    const { by, reason } = standing.revocation;
    return alert("It was taken back", `${by}: ${reason}`);
  }
  if (standing.status === "failed") {
    return alert("It could not be rendered", "Nothing was kept of it. Render it again.");
  }
  if (delivery === "review_withheld") {
    return alert("Its review was taken back", "Its files are not given out. Revoke it.");
  }
  if (!placed.isStale) return "";
  return html`<p class="soft">
    A newer review stands.
    <a href="${environmentPath(scope)}">Choose it</a> unless this moment was meant.
  </p>`;
}

function alert(title: string, text: string): Html {
  return html`<section class="card" role="alert">
    <h2>${title}</h2>
    <p>${text}</p>
  </section>`;
}

function fileCard(scope: EnvironmentScope, { pack, files }: FoundPack): Html {
  const link = (file: string, text: string): Html =>
    html`<a href="${packFilePath(scope, pack.packId, file)}">${text}</a>`;
  return html`<section class="card">
    <h2>Files</h2>
    <p>${link("zip", "Download everything as one zip")}</p>
    ${table(
      "Files",
      ["File", "Bytes", "SHA-256"],
      files.map(({ path, bytes, sha256 }) => [link(path, path), bytes, shortHash(sha256)]),
    )}
  </section>`;
}
