import { html } from "hono/html";
import { type Exchange, type Html, layout, timeAt } from "settled/http";
import { profileLabel } from "../pack/pack-profile.ts";
import type { ReviewPack } from "../pack/review-pack.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import { environmentPath, packPath, reviewPath } from "./addresses.ts";
import { packMark } from "./pack-mark.ts";
import { table } from "./table.ts";

/** The packs of an environment, newest first. */
export function packListPage(
  { desk }: Exchange,
  scope: EnvironmentScope,
  packs: readonly ReviewPack[],
): Html {
  const { workspaceId, name } = scope.environment;
  const title = `Packs of ${name}`;
  const rows = packs.map((pack) => [
    html`<a href="${packPath(scope, pack.packId)}">${profileLabel(pack.profile)}</a>`,
    packMark(pack.standing),
    html`<a href="${reviewPath(scope, pack.reviewId)}">its review</a>`,
    timeAt(desk.now(), pack.createdAt),
  ]);
  const page = html`<p class="crumb"><a href="${environmentPath(scope)}">← ${name}</a></p>
    <h1>${title}</h1>
    <section class="card">
      ${table("Packs", ["Pack", "Status", "Review", "Rendered"], rows)}
    </section>`;
  return layout(desk, { title, workspaceId }, page);
}
