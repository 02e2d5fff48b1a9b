import { html } from "hono/html";
import { type Exchange, type Html, layout } from "settled/http";
import { profileLabel } from "../pack/pack-profile.ts";
import type { Readiness } from "../pack/readiness.ts";
import type { FoundReadiness } from "../server/gather-pack.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import { packFilePath, packPath, reviewPath } from "./addresses.ts";
import { readinessMark } from "./pack-mark.ts";
import { type Cell, table } from "./table.ts";

/** Before anything is downloaded: what there is for each profile, and whether it is of the newest review. */
export function packReadinessPage(
  { desk }: Exchange,
  scope: EnvironmentScope,
  { placed, profiles }: FoundReadiness,
): Html {
  const { workspaceId, name } = scope.environment;
  const { review } = placed;
  const title = `Packs of review no. ${review.sequence}, ${name}`;
  const page = html`<p class="crumb">
      <a href="${reviewPath(scope, review.reviewId)}">← Review no. ${review.sequence}</a>
    </p>
    <h1>${title}</h1>
    <section class="card">
      ${table(
        "Packs",
        ["Profile", "Readiness", "Download"],
        profiles.map((readiness) => row(scope, readiness)),
      )}
    </section>`;
  return layout(desk, { title, workspaceId }, page);
}

function row(scope: EnvironmentScope, readiness: Readiness): readonly Cell[] {
  const { profile, pack } = readiness;
  const label = profileLabel(profile);
  return [
    pack === null ? label : html`<a href="${packPath(scope, pack.packId)}">${label}</a>`,
    readinessMark(readiness),
    readiness.state === "ready"
      ? html`<a href="${packFilePath(scope, readiness.pack.packId, "zip")}">Zip</a>`
      : "",
  ];
}
