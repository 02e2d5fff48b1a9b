import { html } from "hono/html";
import { type Exchange, type Html, layout, timeAt } from "settled/http";
import { profileLabel } from "../pack/pack-profile.ts";
import type { PackSetMember } from "../pack/review-pack.ts";
import type { FoundPackSet } from "../server/gather-pack.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import { environmentPath, packPath, reviewPath, runPath } from "./addresses.ts";
import { packMark } from "./pack-mark.ts";
import { type Cell, facts, table } from "./table.ts";

/** What one run rendered: for each profile that was asked for, its pack or that there is none. */
export function packSetPage(
  { desk }: Exchange,
  scope: EnvironmentScope,
  { set, placed, members, packs }: FoundPackSet,
): Html {
  const { workspaceId, name } = scope.environment;
  const { review } = placed;
  const title = `Packs of review no. ${review.sequence}, ${name}`;
  const byId = new Map(packs.map((pack) => [pack.packId, pack]));
  const row = ({ profile, packId }: PackSetMember): readonly Cell[] => {
    const pack = packId === null ? undefined : byId.get(packId);
    if (pack === undefined) return [profileLabel(profile), "Could not be rendered"];
    const label = profileLabel(profile);
    return [html`<a href="${packPath(scope, pack.packId)}">${label}</a>`, packMark(pack.standing)];
  };
  const page = html`<p class="crumb"><a href="${environmentPath(scope)}">← ${name}</a></p>
    <h1>${title}</h1>
    <section class="card">
      ${facts([
        [
          "Review",
          html`<a href="${reviewPath(scope, review.reviewId)}">No. ${review.sequence}</a>`,
        ],
        ["Newest review", placed.isStale ? "No: a newer one stands" : "Yes"],
        ["Rendered", timeAt(desk.now(), set.createdAt)],
        ["Rendered by", html`<a href="${runPath(scope, set.madeByRunId)}">the run</a>`],
      ])}
    </section>
    <section class="card">
      <h2>Packs</h2>
      ${table("Packs", ["Pack", "Status"], members.map(row))}
    </section>`;
  return layout(desk, { title, workspaceId }, page);
}
